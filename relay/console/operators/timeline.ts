import { z } from 'zod'
import { conversationId, type Seq } from '#shared/ids.ts'
import type { Entry } from '../../conversation/entry.ts'
import { type ApiRoute, badRequest, ok } from '../answers.ts'
import type { EntryTold, OperatorsStore } from './store.ts'

const timelineQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(500)
})

/** What happened to each entry: to whom it was owed, every attempt, and when its visitor saw it. */
export const timelineRoutes = (store: Pick<OperatorsStore, 'timeline'>): readonly ApiRoute[] => [
  {
    for: 'operator',
    method: 'GET',
    path: '/conversations/:id/timeline',
    async run({ params, query }) {
      const id = conversationId.safeParse(params['id'])
      const read = timelineQuery.safeParse(query)
      if (!id.success || !read.success) return badRequest(read.error ?? id.error)
      const { after, limit } = read.data
      const told = await store.timeline(id.data, after, limit)
      if (told.length > 0 || after > 0) return ok({ entries: told.map(lineOf) })
      return { status: 404, body: { error: 'unknown', says: 'there is no such conversation' } }
    }
  }
]

interface Line extends Omit<EntryTold, 'entry'> {
  seq: Seq
  /** ms since 1970: when it was accepted. */
  at: number
  kind: Entry['kind']
  by?: string
  text?: string
}

function lineOf({ entry, ...told }: EntryTold): Line {
  const { seq, at, kind } = entry
  const text = textOf(entry)
  return {
    seq,
    at,
    kind,
    ...('by' in entry && { by: entry.by }),
    ...(text !== undefined && { text }),
    ...told
  }
}

/** What it says, as far as it says something in words. */
function textOf(entry: Entry): string | undefined {
  if (entry.kind === 'message') return entry.content.text
  return entry.kind === 'postback' ? entry.label : undefined
}
