import { z } from 'zod'
import { conversationId } from '#shared/ids.ts'
import type { Accept } from '../conversation/accept.ts'
import type { Store } from '../conversation/store.ts'
import type { Uploads } from '../files/uploads.ts'
import type { Accounts } from './access/accounts.ts'
import { actingRoutes, refused } from './acting.ts'
import { type ApiRoute, badRequest, ok } from './answers.ts'
import { fileRoutes } from './files.ts'
import { type Subscriptions, subscriptionRoutes } from './subscriptions.ts'
import { toldToAgents } from './told.ts'

interface ApiParts {
  store: Store
  accept: Accept
  /** Undefined where nobody has an account. */
  accounts: Accounts | undefined
  /** Looks at once for what is owed again. */
  look(): void
  subscriptions: Subscriptions
  uploads: Uploads
}

const phases = ['bot', 'waiting', 'agent', 'closed'] as const
const limit = z.coerce.number().int().min(1).max(500).default(100)
const listQuery = z.object({
  phase: z.enum(phases).optional(),
  site: z.string().min(1).max(100).optional(),
  /** The last one of the list before, or its time. */
  before: z
    .union([
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
      conversationId
    ])
    .optional(),
  limit
})
const deadQuery = z.object({ limit })
const logQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(500)
})

/** The hands of agents and operators. No rules here: each route hands in one Input, or reads. */
export function apiRoutes(parts: ApiParts): readonly ApiRoute[] {
  return [
    ...reading(parts),
    ...actingRoutes(parts),
    ...fileRoutes(parts.uploads),
    ...deadLetters(parts),
    ...subscriptionRoutes(parts.subscriptions)
  ]
}

function reading({ store }: ApiParts): readonly ApiRoute[] {
  return [
    {
      for: 'agent',
      method: 'GET',
      path: '/conversations',
      async run({ query }) {
        const read = listQuery.safeParse(query)
        if (!read.success) return badRequest(read.error)
        return ok({ conversations: await store.conversations(read.data) })
      }
    },
    {
      for: 'agent',
      method: 'GET',
      path: '/conversations/:id',
      async run({ params, query }) {
        const id = conversationId.safeParse(params['id'])
        const read = logQuery.safeParse(query)
        if (!id.success || !read.success) return badRequest(read.error ?? id.error)
        const summary = await store.summary(id.data)
        if (!summary) return refused('unknown')
        const entries = await store.read(id.data, read.data.after, read.data.limit)
        return ok({ entries: entries.map(toldToAgents), summary })
      }
    }
  ]
}

function deadLetters({ store, look }: ApiParts): readonly ApiRoute[] {
  return [
    {
      for: 'operator',
      method: 'GET',
      path: '/dead-letters',
      async run({ query }) {
        const read = deadQuery.safeParse(query)
        if (!read.success) return badRequest(read.error)
        return ok({ deadLetters: await store.deadLetters(read.data.limit) })
      }
    },
    {
      for: 'operator',
      method: 'POST',
      path: '/dead-letters/:id/revive',
      async run({ params }) {
        const revived = await store.revive(Number(params['id']))
        if (!revived) return { status: 404, body: { error: 'unknown', says: 'there is no such dead letter' } }
        look()
        return ok({})
      }
    }
  ]
}
