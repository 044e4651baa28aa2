import { z } from 'zod'
import { type ConversationId, conversationId } from '#shared/ids.ts'
import type { Forgetting } from '../conversation/forgetting.ts'
import type { Store } from '../conversation/store.ts'
import type { Files } from '../files/files.ts'
import type { Clock } from '../lib/clock.ts'
import { type ApiAnswer, type ApiRoute, badRequest, notStored, ok } from './answers.ts'
import { formats } from './export/formats.ts'
import { gather } from './export/gather.ts'

export interface VisitorParts {
  store: Store
  forgetting: Pick<Forgetting, 'erase'>
  clock: Clock
  files: Pick<Files, 'list'>
}

const exportQuery = z.object({ format: z.enum(['json', 'html', 'text', 'csv']).default('json') })
const eraseBody = z.strictObject({}).prefault({})

/** A visitor is named by any of their conversations; all that they had goes with it. */
export function visitorRoutes({ store, forgetting, clock, files }: VisitorParts): readonly ApiRoute[] {
  return [
    {
      for: 'operator',
      method: 'GET',
      path: '/visitors/:id/export',
      noted: true,
      async run({ params, query }) {
        const id = conversationId.safeParse(params['id'])
        const read = exportQuery.safeParse(query)
        if (!id.success || !read.success) return badRequest(read.error ?? id.error)
        const first = await firstKind(store, id.data)
        // Of whom nothing but a tombstone is left there is nobody.
        if (first === undefined || first === 'erased') return unknown
        const about = await gather({ store, files }, id.data, clock.now())
        return { status: 200, body: undefined, file: formats[read.data.format](about) }
      }
    },
    {
      for: 'operator',
      method: 'POST',
      path: '/visitors/:id/erase',
      async run({ params, body }) {
        const id = conversationId.safeParse(params['id'])
        const read = eraseBody.safeParse(body ?? undefined)
        if (!id.success || !read.success) return badRequest(read.error ?? id.error)
        if ((await firstKind(store, id.data)) === 'erased') return unknown
        // Whose erasure was not done to its end can be read no more, but wanted again.
        const erased = await forgetting.erase({ conversation: id.data })
        if (!erased) return notStored
        return erased.length > 0 ? ok({ erased }) : unknown
      }
    }
  ]
}

const unknown: ApiAnswer = { status: 404, body: { error: 'unknown', says: 'there is no such visitor' } }

/** What a log begins with. */
const firstKind = async (store: Pick<Store, 'read'>, id: ConversationId) =>
  (await store.read(id, 0, 1))[0]?.kind
