import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Event, isBot, textIn } from '../fakes/livechat/model.ts'
import type { Talk as Chat } from '../fakes/livechat/people.ts'
import { type LiveChat as Fake, type Mishap, startLiveChat } from '../fakes/livechat.ts'
import type { BotOptions } from './bot.ts'
import type { Talk } from './channel-visitor.ts'
import type { Finding, Line } from './records.ts'
import { channels } from './settings.ts'

const run = promisify(execFile)

/** What a call meets, by a name for the report. */
const meetings = [
  ['well', 80],
  ['internal', 3],
  ['too_many_requests', 2],
  ['request_timeout', 2],
  ['forgotten token', 2],
  ['reset', 4],
  ['reset after', 7]
] as const

/** One look is as many calls as there are chats, and comes to nothing when one of them fails. */
const reading = ['list_chats', 'get_chat']
const readingSuffers = 0.1
const tokensLastMs = 5_000

const roads = [
  ['well', 80],
  ['twice', 12],
  ['lost', 8]
] as const

/** The account of the relay's bot, which was made by the relay's own command. */
export interface LiveChatBot {
  id: string
  secret: string
}

/** LiveChat, as strict as in its journeys; and everything goes wrong. */
export class LiveChat {
  readonly #fake: Fake
  readonly #options: BotOptions
  #forgotAt = 0

  private constructor(fake: Fake, options: BotOptions) {
    this.#fake = fake
    this.#options = options
  }

  static async start(options: BotOptions): Promise<LiveChat> {
    const fake = await startLiveChat()
    fake.road.withinMs = 3_000
    return new LiveChat(fake, options)
  }

  get url(): string {
    return this.#fake.url
  }

  /** By `npm run livechat -- setup`, over a road on which nothing happens yet. */
  async setUp(command: string, config: string): Promise<LiveChatBot> {
    const { stdout } = await run(process.execPath, [command, 'setup', '--config', config])
    const [, id] = /^botId: "(\S+)"$/m.exec(stdout) ?? []
    const [, secret] = /^botSecret: "(\S+)"$/m.exec(stdout) ?? []
    if (id === undefined || secret === undefined) throw new Error(`LiveChat was not set up: ${stdout}`)
    return { id, secret }
  }

  /** From here on everything goes wrong. */
  rage(): void {
    const { random, tally } = this.#options
    this.#fake.meets = action => {
      if (reading.includes(action) && !random.chance(readingSuffers)) return undefined
      const what = random.pick(meetings)
      if (what === 'forgotten token') return this.#forget()
      if (what !== 'well') tally.add(`livechat ${what}`)
      return mishapOf(what)
    }
    this.#fake.road.fate = () => {
      const fate = random.pick(roads)
      if (fate !== 'well') tally.add(`livechat webhook ${fate}`)
      return fate
    }
  }

  /** A token that was just issued is good: who is refused with a new one may think that all are. */
  #forget(): undefined {
    const now = performance.now()
    if (now - this.#forgotAt < tokensLastMs) return
    this.#forgotAt = now
    this.#options.tally.add('livechat forgotten token')
    this.#fake.forgetsTokens()
  }

  /** No more failures from here on. */
  calm(): void {
    this.#fake.meets = () => undefined
    this.#fake.road.fate = () => 'well'
  }

  get findings(): Finding[] {
    return this.#fake.failures.map(what => ({ check: 'faults', what: `at LiveChat: ${what}` }))
  }

  /** A chat that begins with its visitor's first words. */
  opens(): Talk {
    const fake = this.#fake
    let chat: Chat | undefined
    return {
      channel: channels.livechat,
      // A webhook that is given up on is overtaken by the next.
      atOnce: 1,
      address: () => chat && `${chat.chat.id}/${chat.thread.id}`,
      say(texts) {
        for (const text of texts) {
          if (chat) fake.visitorSays(chat, text)
          else chat = fake.visitorBegins(text)
        }
      },
      mayGoOn: () => chat !== undefined && isSeen(fake, chat),
      lines: () => (chat ? linesOf(fake, chat) : [])
    }
  }

  close(): Promise<void> {
    return this.#fake.close()
  }
}

function mishapOf(what: Exclude<(typeof meetings)[number][0], 'forgotten token'>): Mishap | undefined {
  if (what === 'well') return undefined
  if (what === 'reset' || what === 'reset after') return { reset: what === 'reset' ? 'before' : 'after' }
  return { error: what }
}

const byOf = ({ model }: Fake, event: Event): 'bot' | 'visitor' =>
  isBot(model, textIn(event, 'author_id')) ? 'bot' : 'visitor'

/** The last that the visitor has said is shown as seen: the relay has it in its log. */
function isSeen(fake: Fake, chat: Chat): boolean {
  const { seenUpTo } = chat.chat
  const last = chat.thread.events.findLast(event => byOf(fake, event) === 'visitor')
  return last !== undefined && seenUpTo !== undefined && last.created_at <= seenUpTo
}

const linesOf = (fake: Fake, chat: Chat): Line[] =>
  chat.thread.events.map((event, index) => ({
    seq: index + 1,
    at: 0,
    kind: 'message',
    by: byOf(fake, event),
    id: event.id,
    text: textIn(event, 'text')
  }))
