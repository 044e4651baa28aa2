import { actionsOf } from '#shared/actions.ts'
import type { PageMessage } from '../api.ts'
import type { Line } from '../connection/state.ts'

/** A line of the log as a page sees it, if anybody said it. */
export function messageOf(line: Line): PageMessage | undefined {
  const { seq } = line
  if (line.kind === 'postback') return { from: 'visitor', text: line.label, seq }
  if (line.kind !== 'message') return undefined
  const actions = actionsOf(line.content).map(({ label }) => label)
  const message = { from: line.by, text: line.content.text ?? '', seq }
  return actions.length ? { ...message, actions } : message
}
