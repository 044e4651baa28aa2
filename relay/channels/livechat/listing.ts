import type { Place } from './address.ts'
import { reasonOf } from './answer.ts'
import type { Api } from './api.ts'
import { each, type Summary, summaries, summary } from './contract.ts'
import type { Settings } from './settings.ts'

/** More than this is no gap but an archive. */
const mostPages = 50

/** The last thread of each chat in which something may have been missed. Throws where it cannot be told. */
export async function placesSince(
  horizon: number,
  api: Api,
  settings: Pick<Settings, 'version'>
): Promise<readonly Place[]> {
  const places: Place[] = []
  let page: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { all, next } = await list(page, api, settings)
    const worth = all.flatMap(one => worthALook(one, horizon) ?? [])
    places.push(...worth)
    if (next === undefined || worth.length === 0) break
    page = next
  }
  return places
}

/** Newest first, active and ended. ASSUMED(livechat 7): 3.6 lists both unless told, 3.5 when told. */
async function list(page: string | undefined, api: Api, { version }: Pick<Settings, 'version'>) {
  const all = {
    limit: 100,
    sort_order: 'desc',
    ...(version === '3.5' && { filters: { include_active: true } })
  }
  const body = page === undefined ? all : { page_id: page }
  const answer = await api.asBot({ api: 'agent', action: 'list_chats', body, urgency: 'soon' })
  if (answer.kind !== 'done') throw new Error(reasonOf(answer))
  const read = summaries.safeParse(answer.body)
  if (!read.success) throw new Error('list_chats: an answer without chats')
  return { all: each(summary, read.data.chats_summary), next: read.data.next_page_id }
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
