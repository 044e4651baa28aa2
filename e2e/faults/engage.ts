import type { FakeContent } from '../fakes/engage-digital/held.ts'
import { account, EngageDigital, type Trouble } from '../fakes/engage-digital.ts'
import { freePorts } from '../ports.ts'
import type { BotOptions } from './bot.ts'
import type { Talk } from './channel-visitor.ts'
import type { Finding, Line } from './records.ts'
import { channels } from './settings.ts'

/** What a call meets. After one `too many` the relay calls nobody for two seconds: it is rare. */
const meetings = [
  [undefined, 820],
  ['error', 50],
  ['reset', 40],
  ['reset after work', 60],
  ['hang after work', 20],
  ['too many', 2]
] as const satisfies readonly (readonly [Trouble | undefined, number])[]

const roads = [
  ['well', 75],
  ['twice', 15],
  ['lost', 10]
] as const

/** Engage Digital, as strict as in its journeys; and everything goes wrong. */
export class Engage {
  readonly url: string
  readonly #platform: EngageDigital

  private constructor(platform: EngageDigital, url: string) {
    this.#platform = platform
    this.url = url
  }

  /** `relayPort`: where webhooks go. */
  static async start(relayPort: number, { random, tally }: BotOptions): Promise<Engage> {
    const [port = 0] = await freePorts(1)
    const platform = await EngageDigital.start(port, relayPort)
    // The limit is a matter of a minute, and this is over after one.
    platform.requestsPerMinute = 1_000_000
    platform.meets = () => noted(random.pick(meetings), what => tally.add(`engage ${what}`))
    platform.webhooks.road = {
      fate: () => noted(random.pick(roads), what => tally.add(`engage webhook ${what}`)),
      withinMs: 3_000,
      gaveUp: () => tally.add('engage webhook given up')
    }
    return new Engage(platform, `http://127.0.0.1:${port}/1.0`)
  }

  get findings(): Finding[] {
    return this.#platform.failures.map(what => ({ check: 'faults', what: `at Engage Digital: ${what}` }))
  }

  /** A conversation that nobody has written in. What comes in one request is heard in its order. */
  opens(): Talk {
    const platform = this.#platform
    const there = platform.opens()
    return {
      channel: channels.engage,
      atOnce: 2,
      address: () => there.id,
      say(texts) {
        platform.webhooks.gather()
        for (const text of texts) platform.visitorSays(there, text)
        void platform.webhooks.release()
      },
      // Webhooks have no order among themselves, and nothing shows which have come.
      mayGoOn: () => false,
      lines: () => there.contents.map(lineOf)
    }
  }

  /** No more failures from here on. */
  calm(): void {
    const { webhooks } = this.#platform
    this.#platform.meets = () => undefined
    if (webhooks.road) webhooks.road.fate = () => 'well'
  }

  close(): Promise<void> {
    return this.#platform.close()
  }
}

function noted<What extends string | undefined>(what: What, note: (what: string) => void): What {
  if (what !== undefined && what !== 'well') note(what)
  return what
}

function lineOf({ id, creator_id: creator, body: text }: FakeContent, index: number): Line {
  return { seq: index + 1, at: 0, kind: 'message', by: byOf(creator), id, text }
}

function byOf(creator: string | null): string {
  if (creator === null) return 'visitor'
  return creator === account.botUser ? 'bot' : 'agent'
}
