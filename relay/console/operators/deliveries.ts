import { z } from 'zod'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { DestinationId } from '../../conversation/delivery.ts'
import type { Entry } from '../../conversation/entry.ts'
import { type ApiRoute, badRequest, ok } from '../answers.ts'
import { unknownSubscription } from '../subscriptions.ts'
import type { DeliveredTold, OperatorsStore } from './store.ts'

export interface DeliveriesParts {
  store: Pick<OperatorsStore, 'delivered'>
  subscriptions: {
    /** Where a subscription's deliveries go, and what it is told of an entry. */
    told(id: string): { to: DestinationId; topics(entry: Entry): readonly string[] } | undefined
  }
}

const pageQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50)
})

/** What a subscriber was told last, and how that went. Not what was said: that is in the log alone. */
export const deliveryRoutes = ({ store, subscriptions }: DeliveriesParts): readonly ApiRoute[] => [
  {
    for: 'operator',
    method: 'GET',
    path: '/subscriptions/:id/deliveries',
    async run({ params, query }) {
      const read = pageQuery.safeParse(query)
      if (!read.success) return badRequest(read.error)
      const told = subscriptions.told(params['id'] ?? '')
      if (!told) return unknownSubscription
      const { before, limit } = read.data
      const page = await store.delivered(told.to, { before, limit })
      const last = page.length === limit ? page.at(-1)?.id : undefined
      return ok({
        deliveries: page.map(one => lineOf(one, told.topics(one.entry))),
        ...(last !== undefined && { before: last })
      })
    }
  }
]

interface Line extends Omit<DeliveredTold, 'entry' | 'destination'> {
  conversation: ConversationId
  seq: Seq
  kind: Entry['kind']
  /** As what it is told: as the subscription is configured now. */
  topics: readonly string[]
}

function lineOf(one: DeliveredTold, topics: readonly string[]): Line {
  const { entry, destination: _, ...told } = one
  return { ...told, seq: entry.seq, kind: entry.kind, topics }
}
