import type { ClientId } from '#shared/ids.ts'
import type { Said } from '#shared/wire/say.ts'
import { rest } from './fingers.ts'
import { afresh } from './link.ts'
import { isOpen, known, type State } from './state.ts'
import { andThen, cancel, type Step, send, step, timer } from './step.ts'
import { find, first, type Item, isShown, meet, without } from './unsent.ts'

export function say(state: State, item: Item): Step {
  // Two tabs may both tell of what one of them was told.
  if (find(state.unsent, item.frame.id)) return step(state)
  const queued = step({ ...state, unsent: [...state.unsent, item] }, { do: 'put', item })
  return andThen(andThen(queued, rest), flush)
}

/** Sends the next one, if none is on its way. */
export function flush(state: State): Step {
  const next = first(state.unsent)
  if (!isOpen(state) || state.flying || state.held || !next) return step(state)
  return step({ ...state, flying: next.frame.id }, send(next.frame), timer('ack'), timer('pong'))
}

/** No answer in time, although the relay is there: say it again with the same id. */
export const repeat = (state: State): Step => flush({ ...state, flying: undefined })

/** Durable at the relay. It stays on the screen until its entry takes its place. */
export function said(state: State, { id, seq }: Said): Step {
  const item = find(state.unsent, id)
  const shown = item && isShown(item) && seq > known(state.view)
  const unsent = shown ? meet(state.unsent, id, { is: 'sent', seq }) : without(state.unsent, id)
  const anew = state.anew && item !== undefined && isClose(item)
  const gone = step({ ...state, unsent, refusals: 0 }, { do: 'drop', id })
  return andThen(gone, after => (anew ? afresh(after) : landed(after, id)))
}

const isClose = ({ frame }: Item): boolean => frame.type === 'ask' && frame.what === 'close'

/** A new conversation; if the visitor has just closed this one, as soon as that is through. */
export function fresh(state: State): Step {
  return state.unsent.some(isClose) ? step({ ...state, anew: true }) : afresh(state)
}

/** What had this id is done with, one way or another. */
export function landed(state: State, id: ClientId): Step {
  if (state.flying !== id) return step(state)
  return andThen(step({ ...state, flying: undefined }, ...cancel('ack')), flush)
}

export const resume = (state: State): Step => flush({ ...state, held: false })
