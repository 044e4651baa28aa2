import type { Can } from '#shared/wire/hello.ts'
import type { Outside } from './outside.ts'
import type { Phase } from './phase.ts'

/** What the menu offers. */
export type Offer = (typeof order)[number]

/** No more than the relay says can be done, and than makes sense as things stand, and in this browser. */
export function offers(can: Can, phase: Phase['is'], said: boolean, outside?: Outside['can']): Offer[] {
  const open = phase !== 'closed'
  const all: Record<Offer, unknown> = {
    back: can.back && (phase === 'waiting' || phase === 'agent'),
    startOver: can.close && open && said,
    end: can.close && open && said,
    past: can.past,
    transcript: said,
    window: can.window && outside?.window,
    sound: can.sound && outside,
    notify: can.notify && outside?.notify,
    erase: can.erase
  }
  return order.filter(offer => all[offer])
}

const order = [
  ...(['back', 'startOver', 'end', 'past', 'transcript'] as const),
  ...(['window', 'sound', 'notify', 'erase'] as const)
]
