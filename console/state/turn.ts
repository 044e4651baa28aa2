import type { Me, Summary } from '../contract.ts'
import { words } from '../words/en.ts'
import { isMine } from './lists.ts'
import { nameOf } from './text.ts'

const says = words.composer

/** Why an agent cannot answer a visitor, unless they can. */
export function whyNot(summary: Summary, me: Me | undefined): string | undefined {
  if (isMine(summary, me)) return undefined
  if (summary.phase === 'closed') return says.closed
  if (summary.phase === 'waiting') return says.waiting
  return summary.phase === 'agent' ? says.other(summary.agent?.name ?? words.log.agent) : says.bot
}

/** Why there is nothing to do about a visitor who was this agent's, unless they are still. */
export function whyNothing(summary: Summary | undefined, me: Me | undefined): string | undefined {
  const why = summary && me && whyNot(summary, me)
  return summary && why !== undefined ? words.column.notYours(nameOf(summary), why) : undefined
}
