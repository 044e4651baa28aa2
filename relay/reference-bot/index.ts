import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answer, readBody } from './http.ts'
import type { ReferenceBotOptions } from './options.ts'
import { createParts } from './parts.ts'
import { servePicture } from './pictures.ts'

/** A whole bot on the far side of the inGenious contract. State is in memory. */
export interface ReferenceBot {
  /** Resolves to its URL. Port 0 is any. */
  listen(port: number, host: string): Promise<string>
  /** What a relay is configured with; known once it listens. */
  readonly baseUrl: string
  useWebhook(url: string): void
  close(): Promise<void>
}

export function createReferenceBot(options: ReferenceBotOptions): ReferenceBot {
  const { teamId, botId } = options
  const basePath = `/messaging/webhook/v1/${encodeURIComponent(teamId)}/${encodeURIComponent(botId)}`
  let url = ''
  const { webhook, messaging, control } = createParts(options, basePath, () => url)
  const server = createServer((request, response) => void serve(request, response))

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (request.method === 'GET' && servePicture(path, response)) return
    const text = await readBody(request)
    if (text === undefined) answer(response, 400, { error: 'the body is too large' })
    else if (path.startsWith('/admin/')) control(request, response, text)
    else if (path.startsWith('/messaging/')) messaging.respond(request, response, text)
    else answer(response, 404, { error: 'nothing here' })
  }

  return {
    get baseUrl() {
      return url + basePath
    },
    async listen(port, host) {
      url = await listening(server, port, host)
      return url
    },
    useWebhook: webhook.use,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await Promise.all([webhook.close(), closed])
    }
  }
}

function listening(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const actual = address !== null && typeof address === 'object' ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${actual}`)
    })
  })
}
