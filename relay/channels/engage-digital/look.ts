import type { Api, Fault } from './api.ts'
import { content, type EngageContent, each, listed } from './contract.ts'

/** A page of contents that a search finds. */
export type Found = { ok: true; contents: readonly EngageContent[]; isLast: boolean } | Fault

const most = 150

export async function searchContents(api: Api, q: string, from = 0): Promise<Found> {
  const query = [
    ['q', q],
    ['limit', String(most)],
    ['offset', String(from)]
  ] as const
  const answer = await api({ name: 'look for contents', method: 'GET', path: '/contents', query })
  if (!answer.ok) return answer
  const read = listed.safeParse(answer.body)
  if (!read.success) return notUnderstood('look for contents')
  return { ok: true, contents: each(content, read.data), isLast: read.data.length < most }
}

/** The newest of a thread, the newest first. */
export const contentsOf = (api: Api, thread: string): Promise<Found> =>
  searchContents(api, `thread:"${thread}" order:created_at.desc`)

export const notUnderstood = (name: string): Fault => ({
  ok: false,
  status: 200,
  word: undefined,
  receipt: { kind: 'later', reason: `${name}: Engage Digital’s answer was not understood` }
})
