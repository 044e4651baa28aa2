import { setMaxListeners } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listenAnywhere } from '../ports.ts'
import { type Call, readCall } from './bot-call.ts'
import { Chat } from './chat.ts'
import type { Random } from './random.ts'
import type { BotRecord, Finding } from './records.ts'
import type { Tally } from './tally.ts'
import { pause } from './wait.ts'
import { Webhook } from './webhook.ts'

/** The bot platform: keeps its contract to the letter, and everything else that can go wrong goes wrong. */
export interface Bot {
  url: string
  /** Where the relay takes webhooks: known only after both have a port. */
  reach(webhookPort: number): void
  /** Nothing owed, nothing under way. */
  idle(): boolean
  /** No more failures from here on. */
  calm(): void
  record(): BotRecord
  close(): Promise<void>
}

export interface BotOptions {
  random: Random
  tally: Tally
}

/** What happens to one call. `silent`, `late` and `reset after` have done the work. */
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

const lateMs = 300
const webhookFirstMs = 600

export async function startBot({ random, tally }: BotOptions): Promise<Bot> {
  const chats = new Map<string, Chat>()
  const findings: Finding[] = []
  const off = new AbortController()
  setMaxListeners(0, off.signal)
  let webhook: Webhook | undefined
  let calm = false
  let events = 0

  function open(): string {
    const id = `cv${chats.size + 1}`
    const chat = new Chat({
      id,
      newEventId: () => `ev${(events += 1)}`,
      found: finding => findings.push(finding),
      deliver: async all => webhook?.deliver(all)
    })
    chats.set(id, chat)
    return id
  }

  /** Does what the call asks for, once for each key; what to answer. */
  function work(call: Call): { status: number; body: unknown; chat?: Chat | undefined } {
    if (call.kind === 'create') return { status: 201, body: { conversation: { id: open() } } }
    if (call.kind === 'misuse') findings.push({ check: 'faults', what: `at the bot: ${call.what}` })
    if (call.kind === 'misuse') return { status: 400, body: { error: call.what } }
    const chat = chats.get(call.chat)
    if (!chat) findings.push({ check: 'faults', what: `at the bot: there is no conversation ${call.chat}` })
    if (call.kind === 'say' && !chat?.hear(call.key, call.text)) tally.add('bot heard again')
    if (call.kind === 'acknowledge' && !chat?.acknowledge(call.message, call.id))
      tally.add('bot acknowledged again')
    return { status: 200, body: {}, chat }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request)
    const fate = calm || call.kind === 'misuse' ? 'plain' : random.pick(fates)
    if (fate !== 'plain') tally.add(`bot ${fate}`)
    if (fate === 'reset') return void request.socket.resetAndDestroy()
    if (fate === 'error') return answer(response, random.pick(errors), {})
    if (fate === 'busy') return answer(response, 429, {}, { 'retry-after': random.pick(waits) })
    const { status, body, chat } = work(call)
    if (fate === 'silent') return
    if (fate === 'reset after') return void request.socket.resetAndDestroy()
    if (fate === 'late') await pause(random.int(0, lateMs), off.signal)
    if (fate === 'webhook first') await Promise.race([chat?.told, pause(webhookFirstMs, off.signal)])
    answer(response, status, body)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.destroy())
  })
  const port = await listenAnywhere(server)
  return {
    url: `http://127.0.0.1:${port}`,
    reach(webhookPort) {
      webhook = new Webhook({ port: webhookPort, random: random.fork('webhook'), tally, off: off.signal })
    },
    idle: () => webhook?.under === 0 && [...chats.values()].every(chat => chat.unacknowledged().length === 0),
    calm() {
      calm = true
      webhook?.calm()
    },
    record() {
      const all = [...chats.values()]
      return {
        findings,
        taken: all.flatMap(chat => chat.taken),
        unacknowledged: all.flatMap(chat => chat.unacknowledged())
      }
    },
    close() {
      off.abort()
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

const errors = [
  [500, 3],
  [502, 1],
  [503, 1]
] as const
const waits = [
  ['0', 3],
  ['1', 1]
] as const

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
