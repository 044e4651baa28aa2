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

/** Whom one talks to from this line on, if it tells. */
export function turnOf(line: Line): Phase | undefined {
  if (line.kind !== 'taken') return phases[line.kind]
  const { name, picture } = line
  return { is: 'agent', name, ...(picture !== undefined && { picture }) }
}
