import { request } from 'node:http'
import { Gate } from './gate.ts'
import type { Random } from './random.ts'
import { secrets, webhookPath } from './settings.ts'
import type { Tally } from './tally.ts'
import { pause } from './wait.ts'

/** One event as inGenious sends it. */
export interface BotEvent {
  id: string
  type: 'conversation:message' | 'conversation:typing'
  payload: { conversation: { id: string } } & Record<string, unknown>
}

export interface WebhookOptions {
  port: number
  random: Random
  tally: Tally
  off: AbortSignal
}

const answerWithinMs = 3_000
/** The first rest before a repeat. Each one after it is longer, or a relay without time would be given more to do. */
const againAfterMs = 300
const longestRestMs = 4_000
/** A platform has so many hands, and no more. */
const postsAtOnce = 30
const gatherMs = 30
const repeatWithinMs = 1_500

/** Posts events until the relay answers 200; late, in batches, twice at once, or again long after. */
export class Webhook {
  readonly #options: WebhookOptions
  readonly #gate = new Gate(postsAtOnce)
  #calm = false
  #under = 0
  #batch: BotEvent[] = []
  #flushed: Promise<void> | undefined

  constructor(options: WebhookOptions) {
    this.#options = options
  }

  /** Posts under way, repeats included. */
  get under(): number {
    return this.#under
  }

  calm(): void {
    this.#calm = true
  }

  /** Until it was answered 200 at least once. */
  async deliver(events: readonly BotEvent[]): Promise<void> {
    const { random, tally, off } = this.#options
    const how = this.#calm ? 'plain' : random.pick(ways)
    if (how !== 'plain') tally.add(`webhook ${how}`)
    if (how === 'late') await pause(random.int(0, 400), off)
    if (how === 'at once twice') void this.#post(events)
    if (how === 'again') void this.#later(events, random.int(0, repeatWithinMs))
    await (how === 'batch' ? this.#gather(events) : this.#post(events))
  }

  async #later(events: readonly BotEvent[], ms: number): Promise<void> {
    this.#under += 1
    await pause(ms, this.#options.off)
    await this.#post(events)
    this.#under -= 1
  }

  /** What several conversations have to say within a moment goes out as one. */
  #gather(events: readonly BotEvent[]): Promise<void> {
    this.#batch.push(...events)
    this.#flushed ??= pause(gatherMs).then(() => {
      const batch = this.#batch
      this.#batch = []
      this.#flushed = undefined
      return this.#post(batch)
    })
    return this.#flushed
  }

  async #post(events: readonly BotEvent[]): Promise<void> {
    const { port, off, random, tally } = this.#options
    const body = JSON.stringify(envelope(events))
    this.#under += 1
    for (let rest = againAfterMs; !off.aborted; rest = Math.min(longestRestMs, rest * 1.5)) {
      const status = await this.#gate.through(() => post(port, body))
      if (status === 200) break
      tally.add(`webhook answered ${status || 'not'}`)
      await pause(random.int(50, rest), off)
    }
    this.#under -= 1
  }
}

const ways = [
  ['plain', 50],
  ['late', 15],
  ['batch', 15],
  ['at once twice', 8],
  ['again', 12]
] as const

function envelope(events: readonly BotEvent[]) {
  const { teamId, botId, webhookId } = secrets
  return {
    app: { teamId, botId },
    webhook: { id: webhookId, version: 'v1' },
    events: events.map(event => ({ ...event, timestamp: Date.now() }))
  }
}

/** The status, or 0 when there was no answer. Each on a connection of its own, so that each has its own fate. */
function post(port: number, body: string): Promise<number> {
  return new Promise(resolve => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        path: webhookPath,
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      },
      answer => {
        answer.resume()
        answer.on('error', () => resolve(0))
        answer.on('close', () => resolve(answer.complete ? (answer.statusCode ?? 0) : 0))
      }
    )
    const timer = setTimeout(() => call.destroy(), answerWithinMs)
    call.on('error', () => resolve(0))
    call.on('close', () => {
      clearTimeout(timer)
      resolve(0)
    })
    call.end(body)
  })
}
