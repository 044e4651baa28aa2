import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'

interface ReceivedEvent {
  headers: IncomingHttpHeaders
  /** To the letter. */
  body: string
  event: { topic: string; seq: number; previous: number } & Record<string, unknown>
}

/** How a call is answered: a status, perhaps with headers; `hang` is silence, `reset` a connection that breaks. */
type Answer = number | { status: number; headers: Record<string, string> } | 'hang' | 'reset'

/** Somebody who subscribed: takes every event whose signature the official library accepts, and complains of others. */
export interface Receiver {
  url: string
  events: ReceivedEvent[]
  /** How the next calls are answered, instead of 204. */
  answers: Answer[]
  /** How all others are. */
  usual: Answer
  failures: string[]
  close(): Promise<void>
}

export const signingSecret = `whsec_${Buffer.from('a-secret-of-the-tests-32-bytes!!').toString('base64')}`

/** `now`: whose time it is, where a test holds it; the library knows only the machine's. */
export async function startReceiver(secret = signingSecret, now?: () => number): Promise<Receiver> {
  const webhook = new Webhook(secret)
  const receiver: Receiver = { url: '', events: [], answers: [], usual: 204, failures: [], close }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      take(request.headers, body)
      reply(response, receiver.answers.shift() ?? receiver.usual)
    })
  })
  function take(headers: IncomingHttpHeaders, body: string): void {
    const given = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]))
    try {
      if (now) verifyAt(webhook, now(), given, body)
      else webhook.verify(body, given)
    } catch (error) {
      receiver.failures.push(String(error))
    }
    receiver.events.push({ headers, body, event: JSON.parse(body) })
  }
  function close(): Promise<void> {
    server.closeAllConnections()
    return new Promise(resolve => server.close(() => resolve()))
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  receiver.url = `http://127.0.0.1:${port}/hook/secret-step-of-the-path`
  return receiver
}

function reply(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return
  if (answer === 'reset') response.socket?.resetAndDestroy()
  else if (typeof answer === 'number') response.writeHead(answer).end('{}')
  else response.writeHead(answer.status, answer.headers).end('{}')
}

function verifyAt(webhook: Webhook, now: number, headers: Record<string, string>, body: string): void {
  const {
    'webhook-id': id = '',
    'webhook-timestamp': sentAt = '',
    'webhook-signature': signed = ''
  } = headers
  const expected = webhook.sign(id, new Date(Number(sentAt) * 1_000), body)
  if (!signed.split(' ').includes(expected)) throw new Error('no signature fits')
  if (Number(sentAt) !== Math.floor(now / 1_000)) throw new Error(`signed at ${sentAt}`)
}
