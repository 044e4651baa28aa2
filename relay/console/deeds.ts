import { z } from 'zod'
import { type ApiRoute, badRequest, ok } from './answers.ts'
import type { ConsoleStore } from './store.ts'

const deedsQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100)
})

/** The audit log, the newest first. Nobody changes it. */
export const deedRoutes = (store: Pick<ConsoleStore, 'deeds'>): readonly ApiRoute[] => [
  {
    for: 'operator',
    method: 'GET',
    path: '/deeds',
    async run({ query }) {
      const read = deedsQuery.safeParse(query)
      if (!read.success) return badRequest(read.error)
      const { before, limit } = read.data
      return ok({ deeds: await store.deeds({ limit, ...(before !== undefined && { before }) }) })
    }
  }
]
