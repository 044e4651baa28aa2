import type { Receipts } from '#shared/wire/ask.ts'
import type { State } from './state.ts'
import { type Step, step } from './step.ts'

/** Never backwards. */
export function receipts(state: State, { delivered, read }: Receipts): Step {
  const { view } = state
  const before = view.receipts
  const after = { delivered: Math.max(before.delivered, delivered), read: Math.max(before.read, read) }
  return step({ ...state, view: { ...view, receipts: after } })
}
