import { isOpen, type State } from './state.ts'
import { cancel, type Step, send, step, timer } from './step.ts'

/** A key: `start` at most every five seconds, and a `stop` to come. */
export function key(state: State): Step {
  if (!isOpen(state)) return step(state)
  if (state.fingers.told) return step({ ...state, fingers: { moving: true, told: true } }, timer('fingers'))
  return step(
    { ...state, fingers: { moving: true, told: true } },
    send({ type: 'typing', state: 'start' }),
    timer('keys'),
    timer('fingers')
  )
}

/** The next key is told again. */
export const tellAgain = (state: State): Step =>
  step({ ...state, fingers: { ...state.fingers, told: false } })

/** No key for long enough, or what was written is sent. */
export function rest(state: State): Step {
  if (!state.fingers.moving || !isOpen(state)) return step(state)
  return step(
    { ...state, fingers: { moving: false, told: false } },
    send({ type: 'typing', state: 'stop' }),
    ...cancel('keys', 'fingers')
  )
}
