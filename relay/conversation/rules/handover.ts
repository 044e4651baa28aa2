import type { Json } from '../../lib/json.ts'
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
  return askFor(input.metadata, facts)
}

/** Somebody of ours is wanted; while nobody is there the site's rule says what becomes of it. */
export function askFor(metadata: Json, facts: Facts): Decision {
  return facts.rules.agents && facts.somebody ? entries(asked(metadata, facts)) : toNobody(metadata, facts)
}

function toNobody(metadata: Json, facts: Facts): Decision {
  const { agents, nobody } = facts.rules
  if (!agents || nobody.then === 'handback')
    return entries(asked(metadata, facts), { kind: 'handback', why: 'nobody', metadata: {} })
  if (nobody.then === 'wait') return entries(asked(metadata, facts))
  const { form: content, keepMs } = nobody
  return entries(asked(metadata, facts, keepMs), { kind: 'message', by: 'system', content })
}

const asked = (metadata: Json, { now, rules }: Facts, withinMs = rules.takeWithinMs): Draft => ({
  kind: 'handover',
  metadata,
  until: now + withinMs
})
