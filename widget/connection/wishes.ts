import type { ClientId } from '#shared/ids.ts'
import { resume } from './outgoing.ts'
import type { State } from './state.ts'
import { andThen, cancel, type Step, step } from './step.ts'
import { find, meet, without } from './unsent.ts'

/** The visitor presses the button of one that was not sent. */
export function retryNow(state: State, id: ClientId): Step {
  const item = find(state.unsent, id)
  if (!item || item.fate.is === 'sent' || state.flying === id) return step(state)
  const fate = { is: 'waiting' } as const
  const next = { ...state, unsent: meet(state.unsent, id, fate) }
  return andThen(step(next, { do: 'put', item: { ...item, fate } }, ...cancel('again')), resume)
}

export function discard(state: State, id: ClientId): Step {
  if (state.flying === id) return step(state)
  return step({ ...state, unsent: without(state.unsent, id) }, { do: 'drop', id })
}
