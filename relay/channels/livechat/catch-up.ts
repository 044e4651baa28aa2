import type { Heard } from '../../conversation/heard.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { addressOf, type Place } from './address.ts'
import { reasonOf } from './answer.ts'
import type { Api } from './api.ts'
import { type Chat, each, type Summary, summaries, summary, user } from './contract.ts'
import { type Found, lookUp } from './look-up.ts'
import { type Listener, opensNothing, placeIn, readThread, taken } from './receive.ts'
import { doesBotAnswer, isAgentAtWork, isOurBot } from './who.ts'

interface CatchUpParts {
  api: Api
  clock: Clock
  log: Log
  listener(): Listener
  lookBackMs: number
  everyMs: number
  /** Hears of every thread that was looked at, whoever is in it. */
  seen(chat: Chat): void
}

/** More than this is no gap but an archive. */
const mostPages = 50

/**
 * LiveChat tries a webhook three times within a minute and then forgets it, so that what was said is read again in the
 * chats themselves: in all that are active, and in those that ended since the last look.
 */
export function createCatchUp({ api, clock, log, listener, lookBackMs, everyMs, seen }: CatchUpParts) {
  let since = clock.now() - lookBackMs

  async function look(): Promise<readonly Heard[]> {
    const began = clock.now()
    const heard: Heard[] = []
    for (const place of await placesSince(since)) {
      const found = await lookUp(api, place, 'soon')
      if (found.kind === 'not') {
        skip(found)
        continue
      }
      seen(found.chat)
      heard.push(...readAll(found.chat, listener()))
    }
    // Twice as far as need be: what could not be stored now is found once more.
    since = began - 2 * everyMs
    return heard
  }

  /** One that will never be told must not keep all others from being looked at. */
  function skip({ reason, receipt }: Extract<Found, { kind: 'not' }>): void {
    if (receipt.kind !== 'refused' && receipt.kind !== 'gone') throw new Error(reason)
    log.warn({ reason }, 'a chat cannot be looked at')
  }

  async function placesSince(horizon: number): Promise<readonly Place[]> {
    const places: Place[] = []
    let page: string | undefined
    for (let pages = 0; pages < mostPages; pages += 1) {
      const { all, next } = await list(page)
      const worth = all.flatMap(one => worthALook(one, horizon) ?? [])
      places.push(...worth)
      if (next === undefined || worth.length === 0) break
      page = next
    }
    return places
  }

  /** Newest first, active and ended. ASSUMED(livechat 7): 3.6 lists both unless told, 3.5 when told. */
  async function list(page: string | undefined) {
    const { version } = listener().settings
    const body =
      page === undefined
        ? { limit: 100, sort_order: 'desc', ...(version === '3.5' && { filters: { include_active: true } }) }
        : { page_id: page }
    const answer = await api.asBot({ api: 'agent', action: 'list_chats', body, urgency: 'soon' })
    if (answer.kind !== 'done') throw new Error(reasonOf(answer))
    const read = summaries.safeParse(answer.body)
    if (!read.success) throw new Error('list_chats: an answer without chats')
    return { all: each(summary, read.data.chats_summary), next: read.data.next_page_id }
  }

  return look
}

/** Its last thread goes on, or something happened in it not long ago. */
function worthALook({ id, last_thread_summary: last, last_event_per_type }: Summary, horizon: number) {
  if (!last) return undefined
  const times = timesIn([last.created_at, last_event_per_type])
  const isRecent = times.length === 0 || Math.max(...times) >= horizon
  return last.active === true || isRecent ? { chat: id, thread: last.id } : undefined
}

/** Every `created_at` of a summary, wherever it is: its shape is not printed whole. */
function timesIn(value: unknown): number[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? [Date.parse(value)] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(timesIn)
}

function readAll(chat: Chat, listener: Listener): readonly Heard[] {
  const { settings, self, accepting } = listener
  const address = addressOf(placeIn(chat))
  const users = each(user, chat.users)
  const said = accepting ? readThread(chat, listener) : []
  if (chat.thread.active === false) {
    const isOurs = users.some(({ id }) => id === settings.botId)
    return isOurs ? [...said.map(opensNothing), { address, input: { kind: 'close' }, ifOurs: true }] : []
  }
  if (doesBotAnswer(users, settings)) return said
  if (!users.some(one => isOurBot(one, settings))) return []
  const agents = users.filter(one => isAgentAtWork(one, settings)).slice(0, 1)
  return [
    ...said.map(opensNothing),
    ...agents.map(({ name }) => ({ address, input: taken(name, self), ifOurs: true }) as const)
  ]
}
