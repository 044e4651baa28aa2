import type { Can } from '#shared/wire/hello.ts'
import type { Phase } from './phase.ts'

/** What the menu offers. */
export type Offer = 'back' | 'startOver' | 'end' | 'past' | 'transcript' | 'erase'

/** No more than the relay says can be done, and than makes sense as things stand. */
export function offers(can: Can, phase: Phase['is'], said: boolean): Offer[] {
  const open = phase !== 'closed'
  const all: Record<Offer, unknown> = {
    back: can.back && (phase === 'waiting' || phase === 'agent'),
    startOver: can.close && open && said,
    end: can.close && open && said,
    past: can.past,
    transcript: said,
    erase: can.erase
  }
  return order.filter(offer => all[offer])
}

const order = ['back', 'startOver', 'end', 'past', 'transcript', 'erase'] as const
