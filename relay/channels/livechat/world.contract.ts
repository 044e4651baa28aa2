import { createCaller } from '../../lib/call.ts'
import type { Incoming } from '../../lib/incoming.ts'
import type { Log } from '../../lib/log.ts'
import { bodyOf, incomingOf } from '../../testing/bodies.ts'
import { type TestClock, testClock } from '../../testing/clock.ts'
import { type FarSide, type Seen, startFarSide } from '../../testing/far-side.ts'
import type { OpenChannel } from '../channel.ts'
import { livechat } from './index.ts'

export const ids = {
  chat: 'RM2CD4EF6G',
  thread: 'RM2CD4EF7H',
  visitor: '3e1f5a7c-1111-4bbb-9ccc-222233334444',
  bot: 'b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0'
} as const
export const address = `${ids.chat}/${ids.thread}`
export const begun = Date.parse('2024-06-03T09:00:00Z')

export const keys = {
  platform: 'livechat',
  bot: 'support',
  webhookSecret: 'secret-in-the-path-0123456789',
  organizationId: '5a5b5c5d-2222-4333-8444-666677778888',
  clientId: 'aaaabbbbccccddddeeeeffff00001111',
  accessToken: 'dal:token-of-the-operator',
  secretKey: 'key-of-the-hooks-0123456789',
  botId: ids.bot,
  botSecret: 'secret-of-the-bot-0123456789',
  callsPerSecond: 1_000
} as const

export const visitor = { id: ids.visitor, type: 'customer', name: 'Lee', present: true }
export const ourBot = { id: ids.bot, type: 'agent', name: 'Footbridge', present: true, visibility: 'all' }
export const ann = { id: 'ann@example.org', type: 'agent', name: 'Ann', present: true, visibility: 'all' }

/** A chat as `get_chat` answers it. */
export const chatWith = (thread: object = {}, users: readonly object[] = [visitor, ourBot]) => ({
  id: ids.chat,
  users,
  thread: { id: ids.thread, active: true, created_at: '2024-06-03T09:00:00.000000Z', events: [], ...thread }
})

/** The answer to each call when all goes well. */
export function answersWell({ path }: Pick<Seen, 'path'>): { status: number; body: string } {
  const action = path.split('/').at(-1)
  const body = {
    issue_bot_token: { token: 'token.of.the-bot' },
    get_chat: chatWith(),
    list_chats: { chats_summary: [], found_chats: 0 },
    send_event: { event_id: `${ids.thread}_9` }
  }[action ?? '']
  return { status: 200, body: body === undefined ? '' : JSON.stringify(body) }
}

/** A call that LiveChat was asked: its action, and the body. */
interface Asked {
  action: string
  body: unknown
}

/** An open channel, with LiveChat's side and the time in the hands of the test. */
export interface World {
  channel: OpenChannel
  clock: TestClock
  far: FarSide
  logged: string[]
  /** Answers this action so from now on: a body, or an error of a type. */
  answers(action: string, ...answers: (object | string)[]): void
  /** What was asked of this action, or all but tokens. */
  asked(action?: string): Asked[]
  /** A webhook, durable. */
  hook(action: string, payload: object, present?: readonly string[]): void
  /** A later process with the same settings. */
  again(): OpenChannel
  close(): Promise<void>
}

export async function createWorld(more: object = {}): Promise<World> {
  const far = await startFarSide()
  const clock = testClock(begun)
  const logged: string[] = []
  const note = (facts: unknown, words: string) => void logged.push(`${words} ${JSON.stringify(facts)}`)
  const log: Log = { info() {}, warn: note, error: note }
  const scripts = new Map<string, (object | string)[]>()
  const stops: (() => Promise<void>)[] = []

  far.answerWith((response, seen) => {
    const script = scripts.get(seen.path.split('/').at(-1) ?? '') ?? []
    const [next] = script.length > 1 ? script.splice(0, 1) : script
    if (typeof next === 'string') {
      const error = { type: next, message: `it is ${next}`, data: { region: 'fra' } }
      return void response.writeHead(statusOf(next)).end(JSON.stringify({ error }))
    }
    const { status, body } = next ? { status: 200, body: JSON.stringify(next) } : answersWell(seen)
    response.writeHead(status).end(body)
  })

  function open(): OpenChannel {
    const caller = createCaller({ connections: 2, timeoutMs: 2_000 })
    const settings = livechat.settings.parse({ ...keys, apiUrl: far.url, accountsUrl: far.url, ...more })
    const meter = { notShown() {} }
    const channel = livechat.open(settings, { self: 'channels/care', caller, clock, log, meter })
    stops.push(async () => {
      await channel.close?.()
      await caller.close()
    })
    return channel
  }

  const channel = open()
  return {
    channel,
    clock,
    far,
    logged,
    answers: (action, ...answers) => void scripts.set(action, answers),
    asked(action) {
      const all = far.seen.map(seen => ({ action: seen.path.split('/').at(-1) ?? '', body: parsed(seen) }))
      return all.filter(one => (action === undefined ? !/token/.test(one.action) : one.action === action))
    },
    hook: (action, payload, present) =>
      channel.observe?.({ ...hookOf(action, payload, present), at: clock.now() }),
    again: open,
    async close() {
      for (const stop of stops) await stop()
      await far.close()
    }
  }
}

const statusOf = (type: string): number => {
  if (type === 'authentication') return 401
  return type === 'too_many_requests' ? 429 : 422
}

function parsed({ body }: Seen): unknown {
  return body.startsWith('{') ? JSON.parse(body) : body
}

/** A webhook as it comes. */
export function hookOf(action: string, payload: object, present?: readonly string[]): Incoming {
  const body = {
    webhook_id: 'f0e1',
    secret_key: keys.secretKey,
    organization_id: keys.organizationId,
    action,
    payload,
    ...(present && { additional_data: { chat_presence_user_ids: present } })
  }
  return incomingOf(bodyOf(body))
}

/** A payload about the usual thread. */
export const inThread = (more: object = {}) => ({ chat_id: ids.chat, thread_id: ids.thread, ...more })

/** An event of the usual thread, so many seconds after it began. */
export const eventAt = (seconds: number, more: object = {}) => ({
  id: `${ids.thread}_${seconds}`,
  type: 'message',
  author_id: ids.visitor,
  created_at: new Date(begun + seconds * 1_000).toISOString(),
  visibility: 'all',
  text: `words ${seconds}`,
  ...more
})
