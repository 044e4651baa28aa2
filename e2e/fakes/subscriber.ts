import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { listenAnywhere } from '../ports.ts'

const event = z.looseObject({
  topic: z.string(),
  requestId: z.string(),
  seq: z.int().min(1),
  previous: z.int().min(0),
  timestamp: z.int(),
  data: z.record(z.string(), z.unknown()).optional(),
  chat: z.record(z.string(), z.unknown()).optional()
})
export type TopicEvent = z.infer<typeof event>

interface Sent {
  headers: Record<string, string>
  body: string
}

/** How it behaves: takes events, answers with another status, or never. */
type Manner = 'takes' | 'hangs' | { answers: number }

/**
 * Somebody who is told of events. Strict: what the official library does not take, what comes under a known id with
 * another body, and what is before or after its place is a failure.
 */
export class Subscriber {
  /** Another, once it was given one. */
  secret: string
  readonly failures: string[] = []
  /** In the order they first came, each once. */
  readonly events: TopicEvent[] = []
  manner: Manner = 'takes'
  /** All calls, repeats and refused ones included. */
  calls = 0
  readonly #bodies = new Map<string, string>()
  #last: Sent = { headers: {}, body: '' }
  readonly #server: Server
  #port = 0

  private constructor(secret: string) {
    this.secret = secret
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => this.#hear(request.headers, Buffer.concat(chunks).toString('utf8'), response))
    })
  }

  static async start(name: string): Promise<Subscriber> {
    const key = Buffer.from(name.padEnd(32, '.')).toString('base64')
    const subscriber = new Subscriber(`whsec_${key}`)
    subscriber.#port = await listenAnywhere(subscriber.#server)
    return subscriber
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/events`
  }

  /** The topics of these events, with their places. */
  get told(): string[] {
    return this.events.map(({ seq, topic }) => `${seq} ${topic}`)
  }

  /** Would somebody with this secret have taken the last call? */
  trusts(secret: string): boolean {
    const { headers, body } = this.#last
    try {
      new Webhook(secret).verify(body, headers)
      return true
    } catch {
      return false
    }
  }

  close(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(() => resolve()))
  }

  #hear(headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    this.calls += 1
    const id = String(headers['webhook-id'])
    this.#check(id, headers, body)
    if (this.manner === 'hangs') return
    if (this.manner !== 'takes') {
      response.writeHead(this.manner.answers).end()
      return
    }
    if (!this.#bodies.has(id)) this.#take(id, body)
    response.writeHead(204).end()
  }

  #check(id: string, headers: IncomingHttpHeaders, body: string): void {
    const given = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]))
    this.#last = { headers: given, body }
    if (!this.trusts(this.secret)) this.failures.push(`${id}: no signature is of the secret it has`)
    const before = this.#bodies.get(id)
    if (before !== undefined && before !== body) this.failures.push(`${id} has another body than before`)
  }

  #take(id: string, body: string): void {
    const read = event.safeParse(JSON.parse(body))
    if (!read.success) {
      this.failures.push(`${id}: ${read.error.message}`)
      return
    }
    this.#bodies.set(id, body)
    this.events.push(read.data)
  }
}
