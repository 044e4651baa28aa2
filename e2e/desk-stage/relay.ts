import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Canned, Deed, Entry, Me, Person, Presence, Summary, Told } from '../../console/contract.ts'
import { Book, type Line } from './book.ts'
import { filesOf } from './files.ts'
import { PlayedFiles } from './played-files.ts'

/** What was asked of the relay: whatever changes something. */
export interface Asked {
  path: string
  body: Readonly<Record<string, unknown>>
}

export interface Answer {
  status: number
  body: object
}

const ok = (body: object = {}): Answer => ({ status: 200, body })
const no = (status: number, error: string, says?: string, more: object = {}): Answer => ({
  status,
  body: { error, ...(says !== undefined && { says }), ...more }
})

/** Plays the relay of the console's page, strictly by what the two say to each other; no rules beyond that. */
export class DeskRelay {
  readonly asked: Asked[] = []
  readonly book = new Book()
  readonly files = new PlayedFiles()
  /** Who has an account here. */
  me: Me = { name: 'anna', shown: 'Anna Berg', role: 'agent' }
  /** What operators read beside what agents do, by its path. */
  readonly readings = new Map<string, (query: URLSearchParams) => object>()
  people: Person[] = [
    { name: 'anna', shown: 'Anna Berg', state: 'available' },
    { name: 'ben', shown: 'Ben Okafor', state: 'available' },
    { name: 'chiara', shown: 'Chiara Conti', state: 'away' }
  ]
  canned: readonly Canned[] = canned
  /** Answers this in place of what it would, by method and path. */
  readonly refuses = new Map<string, Answer>()
  isCut = false
  #isIn = false
  #place = 0
  readonly #told: { place: number; frame: string }[] = []
  readonly #streams = new Set<ServerResponse>()
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response))

  /** Whatever is done at this path cannot be stored, until that is cleared. */
  storesNothing(path: string): void {
    const body = { error: 'notStored', says: 'not stored; try again' }
    this.refuses.set(`POST ${path}`, { status: 503, body })
  }

  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    this.files.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this.files.origin
  }
  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  /** More of a conversation's log, told to whoever listens. */
  adds(id: string, ...lines: Line[]): readonly Entry[] {
    const entries = this.book.add(id, lines)
    this.tells({ event: 'entries', data: { conversation: id, entries, summary: this.book.summary(id) } })
    return entries
  }
  tells(told: Told): void {
    const keeps = told.event === 'entries'
    if (keeps) this.#place += 1
    const frame = `${keeps ? `id: ${this.#place}\n` : ''}event: ${told.event}\ndata: ${JSON.stringify(told.data)}\n\n`
    if (keeps) this.#told.push({ place: this.#place, frame })
    for (const stream of this.#streams) stream.write(frame)
  }
  /** No stream stands, and none can be had until `heals`. */
  cuts(): void {
    this.isCut = true
    for (const stream of this.#streams) stream.destroy()
  }
  heals(): void {
    this.isCut = false
  }
  signsOut(): void {
    this.#isIn = false
    this.tells({ event: 'bye', data: { reason: 'signedOut' } })
    for (const stream of this.#streams) stream.end()
  }
  get listeners(): number {
    return this.#streams.size
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://relay')
    const file = filesOf(pathname) ?? this.files.at(pathname)
    if (file) {
      response.writeHead(200, file.headers).end(file.body)
      return
    }
    if (this.isCut) {
      request.socket.destroy()
      return
    }
    const path = pathname.replace('/api/v1', '')
    if (path === '/events' && this.#isIn) return this.#stream(searchParams, response)
    const answer = await this.#answer(request, path, searchParams)
    if (!answer) return
    const { status, body } = answer
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

  #stream(query: URLSearchParams, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const after = query.get('after')
    const missed = after === null ? [] : this.#told.filter(({ place }) => place > Number(after))
    for (const { frame } of missed) response.write(frame)
    const people = JSON.stringify({ people: this.people })
    response.write(`: here\n\nevent: people\ndata: ${people}\n\n`)
    this.#streams.add(response)
    response.on('close', () => this.#streams.delete(response))
  }

  /** Undefined where whoever asked was cut off, or has gone. */
  async #answer(request: IncomingMessage, path: string, query: URLSearchParams): Promise<Answer | undefined> {
    const refused = this.refuses.get(`${request.method} ${path}`)
    if (request.method === 'GET')
      return this.#isIn ? (refused ?? this.#read(path, query)) : no(401, 'unauthorized')
    if (request.headers['x-footbridge'] !== 'console') return no(403, 'forbidden')
    if (path.endsWith('/files') && this.#isIn) return this.files.take(request, query.get('name') ?? '')
    const body: Record<string, unknown> = JSON.parse(await textOf(request))
    this.asked.push({ path, body })
    if (refused) return refused
    if (path === '/sign-in') return this.#signIn(body)
    return this.#isIn ? this.#write(path, body) : no(401, 'unauthorized')
  }

  #signIn({ name, password }: Readonly<Record<string, unknown>>): Answer {
    this.#isIn = name === this.me.name && password === 'a right password'
    return this.#isIn ? ok(this.me) : no(401, 'wrong', 'the name or the password is wrong')
  }

  #read(path: string, query: URLSearchParams): Answer {
    const limit = Number(query.get('limit') ?? 100)
    if (path === '/me') return ok(this.me)
    const reading = this.readings.get(path)
    if (reading) return ok(reading(query))
    if (path === '/canned') return ok({ canned: this.canned })
    if (path === '/conversations') {
      const before = Number(query.get('before') ?? Infinity)
      return ok({ conversations: this.book.list(query.get('phase'), { limit, before }) })
    }
    const id = idIn(path)
    if (!this.book.has(id)) return no(404, 'unknown', 'there is no such conversation')
    const entries = this.book.entries(id, Number(query.get('after') ?? 0)).slice(0, Math.min(500, limit))
    return ok({ entries, summary: this.book.summary(id) })
  }

  #write(path: string, body: Readonly<Record<string, unknown>>): Answer {
    if (path === '/sign-out') {
      this.#isIn = false
      return ok()
    }
    if (path === '/presence') return this.#presence(body['state'] as Presence)
    const id = idIn(path)
    if (!this.book.has(id)) return no(404, 'unknown', 'there is no such conversation')
    return this.#act(id, { verb: path.split('/').at(-1), body } as Deed)
  }

  #presence(state: Presence): Answer {
    this.people = this.people.map(one => (one.name === this.me.name ? { ...one, state } : one))
    this.tells({ event: 'people', data: { people: this.people } })
    return ok()
  }

  #act(id: string, deed: Deed): Answer {
    const { agent, phase }: Summary = this.book.summary(id)
    if (deed.verb === 'typing') return ok()
    if (deed.verb === 'take') {
      if (phase === 'agent') return no(409, 'taken', 'somebody else has it', { by: agent?.name })
      return ok({ seq: this.adds(id, { kind: 'taken', name: this.me.shown })[0]?.seq })
    }
    if (deed.verb === 'note') {
      const { text, id: own } = deed.body
      return ok({ seq: this.#once(id, own, { kind: 'note', id: own, by: this.me.shown, text }) })
    }
    if (phase !== 'agent' || agent?.name !== this.me.shown) return no(409, 'notYours', 'it is not yours')
    return ok({ seq: this.#answering(id, deed) })
  }

  #answering(id: string, deed: Deed): number | undefined {
    switch (deed.verb) {
      case 'say': {
        const { text, file, id: own } = deed.body
        const content = file === undefined ? ({ kind: 'text', text } as const) : this.files.contentOf(file)
        return this.#once(id, own, { kind: 'message', by: 'agent', id: own, name: this.me.shown, content })
      }
      case 'transfer': {
        const to = this.people.find(({ name }) => name === deed.body.to)
        return this.adds(id, { kind: 'taken', name: to?.shown ?? deed.body.to })[0]?.seq
      }
      case 'handback':
        return this.adds(id, { kind: 'handback', why: 'agent', metadata: deed.body.metadata })[0]?.seq
      case 'close':
        return this.adds(id, { kind: 'closed' })[0]?.seq
      default:
        return undefined
    }
  }

  /** A repeat has no effect. */
  #once(id: string, own: string, line: Line): number | undefined {
    const known = this.book.entries(id, 0).find(entry => 'id' in entry && entry.id === own)
    return known?.seq ?? this.adds(id, line)[0]?.seq
  }
}

const canned = [
  { shortcut: 'hello', text: 'Hello {name}, I am Anna. How can I help?' },
  { shortcut: 'hours', text: 'We are here Monday to Friday, from 8 to 18 o’clock.' },
  { shortcut: 'invoice', text: 'I have found the invoice and will send you a corrected one today.' },
  { shortcut: 'thanks', text: 'Thank you for your patience!' }
]

const idIn = (path: string): string => decodeURIComponent(path.split('/')[2] ?? '')

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
