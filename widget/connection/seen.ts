import type { Seq } from '#shared/ids.ts'
import { isOpen, type State } from './state.ts'
import { type Step, send, step, timer } from './step.ts'

/** The newest entries were on the screen. Told after a moment, so that many make one frame. */
export function saw(state: State, seq: Seq): Step {
  if (seq <= state.seen.here) return step(state)
  const next = { ...state, seen: { ...state.seen, here: seq } }
  return state.link.is === 'live' ? step(next, timer('seen')) : step(next)
}

export function tellSeen(state: State): Step {
  const { here, told } = state.seen
  if (!isOpen(state) || here <= told) return step(state)
  return step({ ...state, seen: { here, told: here } }, send({ type: 'seen', seq: here }))
}
