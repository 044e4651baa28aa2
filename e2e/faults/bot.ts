import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { listenAnywhere } from '../ports.ts'
import { type Call, readCall } from './bot-call.ts'
import { Chat } from './chat.ts'
import type { Random } from './random.ts'
import type { BotRecord, Finding } from './records.ts'
import type { Tally } from './tally.ts'
import { pause } from './wait.ts'
import { Webhook } from './webhook.ts'

export interface BotOptions {
  random: Random
  tally: Tally
}

/** What happens to one call. `silent`, `reset after`, `late` and `webhook first` have done the work. */
const fates = [
  ['plain', 70],
  ['error', 6],
  ['busy', 3],
  ['reset', 3],
  ['silent', 3],
  ['reset after', 3],
  ['late', 6],
  ['webhook first', 6]
] as const
const errors = [
  [500, 3],
  [502, 1],
  [503, 1]
] as const
const waits = [
  ['0', 3],
  ['1', 1]
] as const
const lateMs = 300
const webhookFirstMs = 600

/** The bot platform: keeps its contract to the letter, and everything else that can go wrong goes wrong. */
export class Bot {
  readonly #options: BotOptions
  readonly #server: Server
  readonly #chats = new Map<string, Chat>()
  readonly #findings: Finding[] = []
  readonly #off = new AbortController()
  #webhook: Webhook | undefined
  #calm = false
  #events = 0

  constructor(options: BotOptions) {
    this.#options = options
    setMaxListeners(0, this.#off.signal)
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.destroy())
    })
  }

  async listen(): Promise<string> {
    return `http://127.0.0.1:${await listenAnywhere(this.#server)}`
  }

  /** Where the relay takes webhooks: known only after both have a port. */
  reach(port: number): void {
    const { random, tally } = this.#options
    this.#webhook = new Webhook({ port, tally, random: random.fork('webhook'), off: this.#off.signal })
  }

  /** Nothing owed, nothing under way. */
  get idle(): boolean {
    return this.#webhook?.under === 0 && this.record().unacknowledged.length === 0
  }

  /** No more failures from here on. */
  calm(): void {
    this.#calm = true
    this.#webhook?.calm()
  }

  record(): BotRecord {
    const all = [...this.#chats.values()]
    return {
      findings: this.#findings,
      taken: all.flatMap(chat => chat.taken),
      unacknowledged: all.flatMap(chat => chat.unacknowledged())
    }
  }

  close(): Promise<void> {
    this.#off.abort()
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(() => resolve()))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { random, tally } = this.#options
    const call = await readCall(request)
    const fate = this.#calm ? 'plain' : random.pick(fates)
    if (fate !== 'plain') tally.add(`bot ${fate}`)
    if (fate === 'reset') return void request.socket.resetAndDestroy()
    if (fate === 'error') return answer(response, random.pick(errors), {})
    if (fate === 'busy') return answer(response, 429, {}, { 'retry-after': random.pick(waits) })
    const { status, body, chat } = this.#work(call)
    if (fate === 'silent') return
    if (fate === 'reset after') return void request.socket.resetAndDestroy()
    if (fate === 'late') await pause(random.int(0, lateMs), this.#off.signal)
    if (fate === 'webhook first') await Promise.race([chat?.told, pause(webhookFirstMs, this.#off.signal)])
    answer(response, status, body)
  }

  /** Does what the call asks for, once for each key; what to answer. */
  #work(call: Call): { status: number; body: unknown; chat?: Chat | undefined } {
    const { tally } = this.#options
    if (call.kind === 'create') return { status: 201, body: { conversation: { id: this.#open() } } }
    if (call.kind === 'misuse') return this.#refuse(call.what)
    const chat = this.#chats.get(call.chat)
    if (!chat) return this.#refuse(`there is no conversation ${call.chat}`)
    if (call.kind === 'say' && !chat.hear(call.key, call.text)) tally.add('bot heard again')
    if (call.kind === 'acknowledge' && !chat.acknowledge(call.message, call.id))
      tally.add('bot acknowledged again')
    return { status: 200, body: {}, chat }
  }

  #refuse(what: string): { status: number; body: unknown } {
    this.#findings.push({ check: 'faults', what: `at the bot: ${what}` })
    return { status: 400, body: { error: what } }
  }

  #open(): string {
    const id = `cv${this.#chats.size + 1}`
    const chat = new Chat({
      id,
      newEventId: () => `ev${(this.#events += 1)}`,
      found: finding => this.#findings.push(finding),
      deliver: async events => this.#webhook?.deliver(events)
    })
    this.#chats.set(id, chat)
    return id
  }
}

function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
