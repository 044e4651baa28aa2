import { createServer, type ServerResponse } from 'node:http'
import { z } from 'zod'

const event = z.looseObject({
  id: z.string(),
  type: z.string(),
  payload: z.looseObject({
    conversation: z.object({ id: z.string() }),
    message: z
      .looseObject({ id: z.string(), content: z.looseObject({ text: z.string().optional() }) })
      .optional(),
    activity: z.looseObject({ type: z.string() }).optional()
  })
})
export type EarEvent = z.infer<typeof event>
const envelope = z.object({ app: z.object({}), webhook: z.object({}), events: z.array(event) })

/** A webhook that listens and does nothing about it. */
export interface Ear {
  url: string
  /** Each request's events, taken or not. */
  requests: readonly EarEvent[][]
  /** How the next requests are answered, instead of 200; a reset is a connection that breaks. */
  answers: (number | 'reset')[]
  close(): Promise<void>
}

export async function startEar(): Promise<Ear> {
  const requests: EarEvent[][] = []
  const answers: (number | 'reset')[] = []
  function reply(response: ServerResponse): void {
    const next = answers.shift() ?? 200
    if (next === 'reset') response.socket?.resetAndDestroy()
    else response.writeHead(next).end('{}')
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      requests.push(envelope.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).events)
      reply(response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    answers,
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}
