import type { Seq } from '#shared/ids.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry } from './entry.ts'

/** Whose conversation it is, once there is one. */
interface Owned {
  site: string
  bot: DestinationId
}

/** Where a conversation stands: the fold of its log. */
export type State =
  | { phase: 'new' }
  | ({ phase: 'bot' } & Owned)
  | ({ phase: 'waiting'; of: Seq; since: number } & Owned)
  | ({ phase: 'agent'; name: string; since: number } & Owned)
  | ({ phase: 'closed' } & Owned)
export type Phase = State['phase']

/** A state and how much of the log it is the fold of. */
export interface Known {
  state: State
  head: Seq
}

export const unknownYet: Known = { state: { phase: 'new' }, head: 0 }

/** One more entry. An entry that means nothing in a state leaves it as it is. */
function apply(state: State, entry: Entry): State {
  if (entry.kind === 'opened') return { phase: 'bot', site: entry.site, bot: entry.bot }
  if (state.phase === 'new') return state
  const { site, bot } = state
  switch (entry.kind) {
    case 'handover':
      return { phase: 'waiting', site, bot, of: entry.seq, since: entry.at }
    case 'taken':
      return { phase: 'agent', site, bot, name: entry.name, since: 'since' in state ? state.since : entry.at }
    case 'handback':
      return { phase: 'bot', site, bot }
    case 'closed':
      return { phase: 'closed', site, bot }
    case 'message':
    case 'postback':
      return state
    default:
      return entry satisfies never
  }
}

export function fold(known: Known, entries: readonly Entry[]): Known {
  return entries.reduce(({ state }, entry) => ({ state: apply(state, entry), head: entry.seq }), known)
}
