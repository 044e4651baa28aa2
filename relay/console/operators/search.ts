import { z } from 'zod'
import type { ConversationId } from '#shared/ids.ts'
import { saidIn } from '../../conversation/said.ts'
import type { Summary } from '../../conversation/summary.ts'
import { type ApiRoute, badRequest, ok } from '../answers.ts'
import { snippetOf } from './snippet.ts'
import type { Match, OperatorsStore } from './store.ts'

export interface SearchParts {
  store: Pick<OperatorsStore, 'search'>
  summary(conversation: ConversationId): Promise<Summary | undefined>
}

const moment = z.coerce.number().int().min(0)
const searchQuery = z.object({
  text: z.string().max(200).optional(),
  site: z.string().max(200).optional(),
  platform: z.string().max(200).optional(),
  phase: z.enum(['bot', 'waiting', 'agent', 'closed']).optional(),
  from: moment.optional(),
  to: moment.optional(),
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50)
})

/** Conversations by what was said in them, and by site, platform, phase and time. */
export function searchRoutes({ store, summary }: SearchParts): readonly ApiRoute[] {
  /** Nothing of what was erased since it was found. */
  async function lineOf({ conversation, entry }: Match, text: string) {
    const line = await summary(conversation)
    return line ? [{ ...line, ...(entry && { found: snippetOf(saidIn(entry), text) }) }] : []
  }

  return [
    {
      for: 'operator',
      method: 'GET',
      path: '/conversations/search',
      async run({ query }) {
        const read = searchQuery.safeParse(query)
        if (!read.success) return badRequest(read.error)
        const { text = '' } = read.data
        const { matches, ...rest } = await store.search(read.data)
        const lines = await Promise.all(matches.map(match => lineOf(match, text)))
        return ok({ conversations: lines.flat(), ...rest })
      }
    }
  ]
}
