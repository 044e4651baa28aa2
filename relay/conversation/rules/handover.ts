import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { Draft } from '../entry.ts'
import type { InputOf } from '../input.ts'
import type { State } from '../state.ts'

/** The bot asks for a person. Where nobody could ever come, the conversation goes straight back to it. */
export function handover(state: State, input: InputOf<'handover'>, facts: Facts): Decision {
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
  return askFor(input, facts)
}

type Asking = Pick<InputOf<'handover'>, 'metadata' | 'sentAt'>

/** Somebody of ours is wanted; while nobody is there the site's rule says what becomes of it. */
export function askFor(asking: Asking, facts: Facts): Decision {
  return facts.rules.agents && facts.somebody ? entries(asked(asking, facts)) : toNobody(asking, facts)
}

function toNobody(asking: Asking, facts: Facts): Decision {
  const { agents, nobody } = facts.rules
  if (!agents || nobody.then === 'handback')
    return entries(asked(asking, facts), { kind: 'handback', why: 'nobody', metadata: {} })
  if (nobody.then === 'wait') return entries(asked(asking, facts))
  const { form: content, keepMs } = nobody
  return entries(asked(asking, facts, keepMs), { kind: 'message', by: 'system', content })
}

function asked(asking: Asking, { now, rules }: Facts, withinMs = rules.takeWithinMs): Draft {
  const { metadata, sentAt } = asking
  return { kind: 'handover', metadata, until: now + withinMs, ...(sentAt !== undefined && { sentAt }) }
}
