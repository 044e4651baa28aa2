import type { DestinationId } from '../conversation/delivery.ts'
import type { Destination } from './destination.ts'

const reason = 'the configuration names no such destination'

/** Stands for one that is still owed something and is not configured any more: it refuses whatever it is sent. */
export const unknownDestination = (id: DestinationId): Destination => ({
  concurrency: 10,
  // Nobody but its bot hears a visitor, and others listen in.
  bystander: !id.startsWith('bots/'),
  send: async () => ({ kind: 'refused', reason })
})
