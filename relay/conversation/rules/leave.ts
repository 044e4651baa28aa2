import type { Decision, Facts } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'
import { askFor } from './handover.ts'

/** One of our agents is gone for good: their visitor waits for another, by the site's rule. */
export function leave(state: State, { name }: InputOf<'leave'>, facts: Facts): Decision {
  if (state.phase !== 'agent' || state.on !== undefined || state.name !== name)
    return { ok: true, entries: [] }
  const { sentAt } = state
  const metadata = { reason: `${name} is not here any more.` }
  return askFor({ metadata, ...(sentAt !== undefined && { sentAt }) }, facts)
}
