import type { Line } from '../connection/state.ts'

/** Who the visitor talks to. */
export type Phase = { is: 'bot' } | { is: 'waiting' } | { is: 'agent'; name: string } | { is: 'closed' }

/** The fold of the log. Before its first entry nobody has been asked for, so it is the bot's. */
export function phaseOf(lines: readonly Line[]): Phase {
  return lines.reduce(next, { is: 'bot' })
}

function next(phase: Phase, line: Line): Phase {
  switch (line.kind) {
    case 'opened':
    case 'handback':
      return { is: 'bot' }
    case 'handover':
      return { is: 'waiting' }
    case 'taken':
      return { is: 'agent', name: line.name }
    case 'closed':
      return { is: 'closed' }
    case 'message':
    case 'postback':
    case 'undelivered':
    case 'rated':
    case 'other':
      return phase
    default:
      return line satisfies never
  }
}
