import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { listenAnywhere } from '../ports.ts'
import type { BotOptions } from './bot.ts'
import { type EbbotAnswer, type EbbotCall, EbbotChats } from './ebbot-chats.ts'
import type { Finding } from './records.ts'
import { ebbotScenario } from './settings.ts'
import { pause } from './wait.ts'

/** What happens to one call. `broken`, `silent`, `reset after` and `late` have done the work. */
const fates = [
  ['plain', 66],
  ['busy', 6],
  ['away', 6],
  ['error', 3],
  ['broken', 3],
  ['reset', 3],
  ['silent', 3],
  ['reset after', 3],
  ['late', 7]
] as const
const lateMs = 300
const path = '/api/webhooks/wh-faults'

const call = z.strictObject({ sandbox: z.literal(false), chatId: z.string().optional() })
const said = call.extend({ type: z.literal('text'), value: z.string() })
const started = call.extend({
  type: z.literal('scenario'),
  value: z.strictObject({ scenario: z.literal(ebbotScenario) })
})

/** Ebbot, as far as a bot's calls go: it answers inside them, knows no repeats, and everything goes wrong. */
export class Ebbot {
  readonly #options: BotOptions
  readonly #server: Server
  readonly #chats = new EbbotChats()
  readonly #misuses: Finding[] = []
  readonly #off = new AbortController()
  #calm = false

  constructor(options: BotOptions) {
    this.#options = options
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.destroy())
    })
  }

  /** The whole URL of the incoming webhook, as its page would show it. */
  async listen(): Promise<string> {
    return `http://127.0.0.1:${await listenAnywhere(this.#server)}${path}`
  }

  /** No more failures from here on. */
  calm(): void {
    this.#calm = true
  }

  get findings(): readonly Finding[] {
    return [...this.#misuses, ...this.#chats.findings]
  }

  close(): Promise<void> {
    this.#off.abort()
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(() => resolve()))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { random, tally } = this.#options
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const fate = this.#calm ? 'plain' : random.pick(fates)
    if (fate !== 'plain') tally.add(`ebbot ${fate}`)
    if (fate === 'reset') return void request.socket.resetAndDestroy()
    if (fate === 'busy') return answer(response, 429)
    if (fate === 'away') return answer(response, 503, { 'retry-after': random.pick(waits) })
    if (fate === 'error') return answer(response, 500)
    const read = readEbbotCall(request, Buffer.concat(chunks).toString())
    const heard = read === undefined ? this.#refuse(request) : this.#chats.hear(read)
    if (fate === 'broken') return answer(response, 502)
    if (fate === 'silent') return
    if (fate === 'reset after') return void request.socket.resetAndDestroy()
    if (fate === 'late') await pause(random.int(0, lateMs), this.#off.signal)
    if (heard) answer(response, 200, {}, bodyOf(heard))
    else answer(response, 400)
  }

  #refuse({ method, url }: IncomingMessage): undefined {
    this.#misuses.push({ check: 'faults', what: `at Ebbot: ${method} ${url} is no call of its contract` })
    return undefined
  }
}

const waits = [
  ['0', 3],
  ['1', 1]
] as const

/** Undefined when the contract does not allow it. */
export function readEbbotCall(
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  text: string
): EbbotCall | undefined {
  if (method !== 'POST' || url !== path || headers['content-type'] !== 'application/json') return undefined
  const body: unknown = JSON.parse(text)
  const spoken = said.safeParse(body).data
  if (spoken) return { chatId: spoken.chatId, text: spoken.value }
  const start = started.safeParse(body).data
  return start && { chatId: start.chatId, text: undefined }
}

const bodyOf = ({ chatId, texts }: EbbotAnswer) => ({
  request_id: `request-of-${chatId}`,
  success: true,
  data: { chatId, answers: texts.map(value => ({ type: 'text', value, sender: 'user', chatId })) }
})

function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body: object = { success: false }
): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
