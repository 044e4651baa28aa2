import { z } from 'zod'
import type { Delivery } from '../../conversation/delivery.ts'
import type { Rehearsed } from '../../lib/rehearsed.ts'
import { type ApiAnswer, type ApiRoute, badRequest, notStored, ok } from '../answers.ts'
import type { OperatorsStore } from './store.ts'

export interface DeadLetterParts {
  store: Pick<OperatorsStore, 'deadLetter' | 'drop' | 'revive'>
  /** The call that a delivery comes to, without making it. */
  rehearse(delivery: Delivery): Promise<Rehearsed | undefined>
  /** Looks at once for what is owed again. */
  look(): void
}

const dropBody = z.strictObject({ reason: z.string().trim().min(1).max(500) })
const reviveBody = z.union([
  z.strictObject({ ids: z.array(z.int().min(1)).min(1).max(10_000) }),
  z.strictObject({ destination: z.string().min(1).max(200) })
])
const unknown: ApiAnswer = {
  status: 404,
  body: { error: 'unknown', says: 'there is no such dead letter' }
}

/** What was given up on, in an operator's hands: many at once, for good, or only looked at. */
export function deadLetterRoutes({ store, rehearse, look }: DeadLetterParts): readonly ApiRoute[] {
  return [
    {
      for: 'operator',
      method: 'GET',
      path: '/dead-letters/:id/call',
      async run({ params }) {
        const delivery = await store.deadLetter(Number(params['id']))
        if (!delivery) return unknown
        const { destination, conversation, entry } = delivery
        const call = await rehearse(delivery)
        return ok({ destination, conversation, seq: entry.seq, ...(call && { call }) })
      }
    },
    {
      for: 'operator',
      method: 'POST',
      path: '/dead-letters/:id/drop',
      async run({ params, body }) {
        const read = dropBody.safeParse(body)
        if (!read.success) return badRequest(read.error)
        const dropped = await store.drop(Number(params['id']), read.data.reason)
        if (dropped === undefined) return notStored
        return dropped ? ok({}) : unknown
      }
    },
    {
      for: 'operator',
      method: 'POST',
      path: '/dead-letters/revive',
      async run({ body }) {
        const read = reviveBody.safeParse(body)
        if (!read.success) return badRequest(read.error)
        const revived = await store.revive(read.data)
        look()
        return revived === undefined ? notStored : ok({ revived })
      }
    }
  ]
}
