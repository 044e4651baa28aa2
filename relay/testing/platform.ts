import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One call that the relay made. */
interface PlatformCall {
  path: string
  headers: IncomingMessage['headers']
  body: unknown
}

/** The far side of the inGenious contract at its barest: it takes every call, and speaks when told to. */
export interface Platform {
  baseUrl: string
  calls: PlatformCall[]
  /** Answers the next calls with these statuses instead. */
  statuses: number[]
  close(): Promise<void>
}

export async function startPlatform(): Promise<Platform> {
  const calls: PlatformCall[] = []
  const statuses: number[] = []
  let conversations = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      calls.push({ path, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
      const start = path === '/conversations'
      const status = statuses.shift() ?? (start ? 201 : 200)
      if (start) conversations += 1
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(start ? JSON.stringify({ conversation: { id: `cv_${conversations}` } }) : '{}')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    statuses,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
