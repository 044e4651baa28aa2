import { scryptSync } from 'node:crypto'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import type { RunningRelay } from './relay.ts'

const password = 'correct horse battery'
const salt = Buffer.alloc(16, 7)
// Cheap, so that the tests are quick.
const key = scryptSync(password, salt, 32, { N: 1_024, r: 8, p: 1 })
const hash = `scrypt$10$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`

/** Two agents and an operator, as lines of configuration; `more` stands below them. */
export const accounts = (more = '') => `
console:
  accounts:
    - { name: anna, shown: Anna Berg, role: agent, hash: '${hash}' }
    - { name: ben, shown: Ben Cole, role: agent, hash: '${hash}' }
    - { name: olaf, role: operator, hash: '${hash}' }
${more}
`
const ours = { origin: 'https://chat.example.com', 'x-footbridge': 'console' }

/** Somebody who has the console open. */
export interface Desk {
  cookie: string
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response>
  /** What they are told; `after`: from there on. */
  listen(after?: number | string): Listener
}

export async function signIn(relay: RunningRelay, name: string): Promise<Desk> {
  const send = (method: 'GET' | 'POST', path: string, body: unknown, cookie = '') =>
    fetch(`${relay.url}/api/v1${path}`, {
      method,
      headers: { ...ours, 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) })
    })
  const answer = await send('POST', '/sign-in', { name, password })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return {
    cookie,
    ask: (method, path, body) => send(method, path, body, cookie),
    listen(after) {
      const from = after === undefined ? {} : { 'last-event-id': String(after) }
      return new Listener(`${relay.url}/api/v1/events`, { cookie, ...from })
    }
  }
}

/** One event of a stream. `id` is the one before it where it has none, as in a browser. */
export interface Heard {
  event: string
  id: string
  data: Record<string, unknown>
}

/** Hears a stream of events as a browser does, and keeps them. */
export class Listener {
  readonly heard: Heard[] = []
  readonly comments: string[] = []
  status: number | undefined
  headers: IncomingMessage['headers'] = {}
  /** The last id that was told, by an event or without. */
  id = ''
  ended = false
  readonly #request: ClientRequest
  #response: IncomingMessage | undefined
  #rest = ''

  constructor(url: string, headers: Record<string, string>) {
    this.#request = get(url, { headers, agent: false }, response => {
      this.#response = response
      this.status = response.statusCode
      this.headers = response.headers
      response.setEncoding('utf8')
      response.on('data', (text: string) => this.#hear(text))
      response.on('end', () => this.#end()).on('error', () => this.#end())
    })
    this.#request.on('error', () => this.#end())
  }

  of(event: string): Record<string, unknown>[] {
    return this.heard.filter(one => one.event === event).map(({ data }) => data)
  }

  /** Reads nothing until `resume`. */
  pause(): void {
    this.#response?.pause()
  }

  resume(): void {
    this.#response?.resume()
  }

  cut(): void {
    this.#request.destroy()
  }

  #end(): void {
    this.ended = true
  }

  #hear(text: string): void {
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) this.#take(block)
  }

  #take(block: string): void {
    let event = ''
    let data = ''
    for (const line of block.split('\n')) {
      if (line.startsWith(':')) this.comments.push(line)
      if (line.startsWith('id: ')) this.id = line.slice(4)
      if (line.startsWith('event: ')) event = line.slice(7)
      if (line.startsWith('data: ')) data += line.slice(6)
    }
    if (data !== '') this.heard.push({ event, id: this.id, data: JSON.parse(data) })
  }
}
