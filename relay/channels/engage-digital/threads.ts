import type { Api, Fault } from './api.ts'
import { thread } from './contract.ts'
import { notUnderstood } from './look.ts'

export interface Thread {
  source: string | undefined
  isClosed: boolean
  categories: readonly string[]
}
export type ReadThread = ({ ok: true } & Thread) | Fault

export async function readThread(api: Api, id: string): Promise<ReadThread> {
  const name = 'read the thread'
  const answer = await api({ name, method: 'GET', path: `/content_threads/${id}` })
  if (!answer.ok) return answer
  const read = thread.safeParse(answer.body)
  if (!read.success) return notUnderstood(name)
  const { source_id: source, closed = false, thread_category_ids: categories } = read.data
  return { ok: true, source: source ?? undefined, isClosed: closed, categories }
}

/** Takes the thread from one category into another. All of them are replaced there, so the others go along. */
export async function moveThread(
  api: Api,
  id: string,
  { categories }: Thread,
  { from, to }: { from: string; to: string }
): Promise<{ ok: true } | Fault> {
  if (categories.includes(to) && !categories.includes(from)) return { ok: true }
  const wanted = [...categories.filter(category => category !== from && category !== to), to]
  const moved = await api({
    name: 'categorise the thread',
    method: 'PUT',
    path: `/content_threads/${id}/update_categories`,
    query: wanted.map(category => ['thread_category_ids[]', category] as const)
  })
  return moved.ok ? { ok: true } : moved
}

/** Asynchronous there: that it is closed comes as an event. */
export async function closeThread(api: Api, id: string): Promise<{ ok: true } | Fault> {
  const read = await readThread(api, id)
  if (!read.ok || read.isClosed) return read
  const closed = await api({ name: 'close the thread', method: 'PUT', path: `/content_threads/${id}/close` })
  return closed.ok ? { ok: true } : closed
}
