import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** The bot asks for a person. Where nobody could ever come, the conversation goes straight back to it. */
export function handover(state: State, { metadata }: InputOf<'handover'>, { now, rules }: Facts): Decision {
  switch (state.phase) {
    case 'new':
      return refuse('unknown')
    case 'closed':
      return refuse('closed')
    case 'waiting':
    case 'agent':
      return { ok: true, entries: [] }
    case 'bot':
      break
    default:
      return state satisfies never
  }
  const asked = { kind: 'handover', metadata, until: now + rules.takeWithinMs } as const
  return rules.agents ? entries(asked) : entries(asked, { kind: 'handback', why: 'nobody', metadata: {} })
}
