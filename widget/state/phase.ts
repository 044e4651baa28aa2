import type { Phase } from '#shared/wire/hello.ts'
import type { Line } from '../connection/state.ts'

export type { Phase }

const begun: Phase = { is: 'bot' }

/** What tells whom one talks to, beside `taken`, which names somebody. */
const phases: Partial<Record<Line['kind'], Phase>> = {
  opened: begun,
  handback: begun,
  handover: { is: 'waiting' },
  closed: { is: 'closed' }
}

/** It tells whom one talks to. */
export const isTurn = ({ kind }: Line) => kind === 'taken' || kind in phases

/** The fold of the log from where it is known. Before its first entry nobody has been asked for, so it is the bot's. */
export function phaseOf(lines: readonly Line[], base: Phase = begun): Phase {
  const last = lines.findLast(isTurn)
  if (last?.kind !== 'taken') return (last && phases[last.kind]) ?? base
  const { name, picture } = last
  return { is: 'agent', name, ...(picture !== undefined && { picture }) }
}
