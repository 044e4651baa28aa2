import type { ClientId } from '#shared/ids.ts'
import type { Refused } from '#shared/wire/say.ts'
import { landed } from './outgoing.ts'
import type { State } from './state.ts'
import { andThen, cancel, type Step, step } from './step.ts'
import { find, isShown, meet, without } from './unsent.ts'

const reasons: readonly Refused['reason'][] = ['tooLong', 'closed', 'quiet', 'noAction']

/** What had this id was not taken: for a while, or for good. */
export function refused(state: State, { id, reason }: Refused): Step {
  const item = find(state.unsent, id)
  if (!item || item.fate.is === 'sent') return step(state)
  if (reason === 'notStored' || reason === 'tooFast') return later(state, id, reason)
  // Nobody would see it fail: what is not shown is forgotten.
  if (!isShown(item)) {
    const gone = { ...state, unsent: without(state.unsent, id), anew: false }
    return andThen(step(gone, { do: 'drop', id }), after => landed(after, id))
  }
  const why = reasons.includes(reason) ? reason : 'conflict'
  const fate = { is: 'failed', why } as const
  const failed = { ...state, unsent: meet(state.unsent, id, fate) }
  return andThen(step(failed, { do: 'put', item: { ...item, fate } }), after => landed(after, id))
}

function later(state: State, id: ClientId, why: 'notStored' | 'tooFast'): Step {
  return step(
    {
      ...state,
      unsent: meet(state.unsent, id, { is: 'delayed', why }),
      flying: undefined,
      held: true,
      refusals: state.refusals + 1
    },
    ...cancel('ack'),
    { do: 'backoff', name: 'again', attempt: state.refusals, atLeastMs: 0 }
  )
}
