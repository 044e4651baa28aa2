import { actionsOf } from '#shared/actions.ts'
import { type Decision, entries, type Facts, refuse } from '../decision.ts'
import type { InputOf } from '../input.ts'
import { botOf } from '../route.ts'
import type { State } from '../state.ts'

/** The visitor presses an action. What it sends comes from our log; the browser names only the place. */
export function postback(state: State, input: InputOf<'postback'>, { pressed }: Facts): Decision {
  if (state.phase === 'new') return refuse('unknown')
  if (state.phase === 'closed') return refuse('closed')
  if (botOf(state).length === 0) return refuse('quiet')
  if (pressed?.kind !== 'message' || !('payloads' in pressed)) return refuse('noAction')
  const action = actionsOf(pressed.content)[input.action]
  if (action?.kind !== 'reply' && action?.kind !== 'postback') return refuse('noAction')
  if (input.label !== undefined && input.label !== action.label) return refuse('noAction')
  const payload = pressed.payloads[input.action] ?? null
  const { id, of } = input
  return entries({ kind: 'postback', id, of, action: input.action, label: action.label, payload })
}
