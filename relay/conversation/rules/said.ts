import { type Decision, entries, type Facts, refuse, taken } from '../decision.ts'
import type { Draft } from '../entry.ts'
import type { InputOf } from '../input.ts'
import { contentOf } from '../said-content.ts'
import type { State } from '../state.ts'

/** A visitor or an agent says something. An agent who answers a waiting visitor has thereby taken the handover. */
export function said(state: State, input: InputOf<'said'>, { rules }: Facts): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  if (input.text.length > rules.maxText) return refuse('tooLong')
  return input.by === 'visitor' ? entries(...backWith(state, input), byVisitor(input)) : byAgent(state, input)
}

/**
 * The channel's platform has the bot answer here again: whoever the visitor had been transferred to is gone. An agent
 * who came unasked took nothing from the bot that could come back by itself.
 */
function backWith(state: State, { botAt = 0 }: InputOf<'said'> & { by: 'visitor' }): readonly Draft[] {
  if (state.phase !== 'agent' || state.on === undefined || state.on !== state.channel) return []
  return state.asked && botAt > state.takenAt
    ? [{ kind: 'handback', why: 'agent', metadata: {}, on: state.on }]
    : []
}

function byVisitor(input: InputOf<'said'> & { by: 'visitor' }): Draft {
  const { id, of } = input
  return { kind: 'message', by: 'visitor', id, content: contentOf(input), ...(of !== undefined && { of }) }
}

function byAgent(state: State, input: InputOf<'said'> & { by: 'agent' }): Decision {
  const { id, name, own } = input
  const content = contentOf(input)
  switch (state.phase) {
    case 'agent':
      // A visitor is never told one agent's words as another's.
      if (own && state.name !== name) return taken(state)
      return entries({ kind: 'message', by: 'agent', id, name: state.name, content })
    case 'waiting':
      return entries({ kind: 'taken', name }, { kind: 'message', by: 'agent', id, name, content })
    default:
      return refuse('notHandedOver')
  }
}
