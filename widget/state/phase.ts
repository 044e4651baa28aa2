import type { Phase } from '#shared/wire/hello.ts'
import type { Line } from '../connection/state.ts'
import { following } from './grown.ts'

export type { Phase }

/** The fold of the log from where it is known. Before its first entry nobody has been asked for, so it is the bot's. */
export function phaseOf(lines: readonly Line[], base: Phase = { is: 'bot' }): Phase {
  return lines.reduce(next, base)
}

/** The same, asked again and again of a log that grows. Older lines change nothing: they lead to where it begins. */
export function followPhase(): (lines: readonly Line[], base: Phase) => Phase {
  let first: Phase = { is: 'bot' }
  const phase = following(
    () => first,
    (before, { newer }) => phaseOf(newer, before)
  )
  return (lines, base) => {
    first = base
    return phase(lines)
  }
}

function next(phase: Phase, line: Line): Phase {
  switch (line.kind) {
    case 'opened':
    case 'handback':
      return { is: 'bot' }
    case 'handover':
      return { is: 'waiting' }
    case 'taken':
      return { is: 'agent', name: line.name, ...(line.picture !== undefined && { picture: line.picture }) }
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
