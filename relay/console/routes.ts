import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ClientId, clientId, conversationId } from '#shared/ids.ts'
import type { Accept, Outcome } from '../conversation/accept.ts'
import type { Input } from '../conversation/input.ts'
import { refusals } from '../conversation/refusal.ts'
import type { Store } from '../conversation/store.ts'
import type { Actor } from './access/door.ts'
import { type ApiAnswer, type ApiRoute, badRequest, notStored, ok } from './answers.ts'
import { type Subscriptions, subscriptionRoutes } from './subscriptions.ts'
import { toldToAgents } from './told.ts'

interface ApiParts {
  store: Store
  accept: Accept
  /** Looks at once for what is owed again. */
  look(): void
  subscriptions: Subscriptions
}

const phases = ['bot', 'waiting', 'agent', 'closed'] as const
const limit = z.coerce.number().int().min(1).max(500).default(100)
const listQuery = z.object({
  phase: z.enum(phases).optional(),
  site: z.string().min(1).max(100).optional(),
  /** The last one of the list before, or its time. */
  before: z.union([z.coerce.number().int().min(0), conversationId]).optional(),
  limit
})
const deadQuery = z.object({ limit })
const logQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(500)
})
const name = z.string().min(1).max(80).default('Agent')
const takeBody = z.strictObject({ name }).prefault({})
const sayBody = z.strictObject({ text: z.string().min(1), name, id: clientId.optional() })
const handbackBody = z
  .strictObject({ name, metadata: z.record(z.string(), z.json()).default({}) })
  .prefault({})
const closeBody = z.strictObject({}).prefault({})

/** The hands of agents and operators. No rules here: each route hands in one Input, or reads. */
export function apiRoutes(parts: ApiParts): readonly ApiRoute[] {
  return [
    ...reading(parts),
    ...acting(parts),
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

function acting({ accept }: ApiParts): readonly ApiRoute[] {
  const act = <Body>(
    verb: string,
    schema: z.ZodType<Body>,
    toInput: (body: Body, by: Actor) => Input
  ): ApiRoute => ({
    for: 'agent',
    method: 'POST',
    path: `/conversations/:id/${verb}`,
    async run({ by, params, body }) {
      const id = conversationId.safeParse(params['id'])
      const read = schema.safeParse(body ?? undefined)
      if (!id.success || !read.success) return badRequest(read.error ?? id.error)
      return answerOf(await accept(id.data, toInput(read.data, by)))
    }
  })
  return [
    act('take', takeBody, (body, by) => ({ kind: 'take', name: nameOf(body, by) })),
    act('say', sayBody, (body, by) => {
      const id = body.id ?? newClientId()
      return { kind: 'said', by: 'agent', id, name: nameOf(body, by), text: body.text }
    }),
    act('handback', handbackBody, (body, by) => ({
      kind: 'handback',
      name: nameOf(body, by),
      metadata: body.metadata
    })),
    act('close', closeBody, () => ({ kind: 'close' }))
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

/** Whoever is signed in speaks in their own name; a program says in whose. */
const nameOf = (body: { name: string }, by: Actor): string => by.shown ?? body.name

const newClientId = (): ClientId => clientId.parse(randomUUID())

function refused(refusal: keyof typeof refusals): ApiAnswer {
  const { status, says } = refusals[refusal]
  return { status, body: { error: refusal, says } }
}

function answerOf(outcome: Outcome): ApiAnswer {
  switch (outcome.kind) {
    case 'taken':
    case 'repeated':
      return ok({ seq: outcome.seq })
    case 'refused':
      return refused(outcome.refusal)
    case 'failed':
      return notStored
    default:
      return outcome satisfies never
  }
}
