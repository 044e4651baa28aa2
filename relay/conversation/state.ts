import type { Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry, Named } from './entry.ts'

/** Whose conversation it is, once there is one. */
interface Owned {
  site: string
  bot: DestinationId
  /** Where the visitor is reached, unless that is our own widget. */
  channel?: DestinationId
  /** An agent was here, and is not any more. */
  helped?: true
  /** The visitor has said how it was. */
  rated?: true
  /** Where the visitor is, as far as that was told. */
  page?: Page
  /** Who the visitor is, as far as that was told. */
  named?: Named
}

/** Since when somebody else is to have it. */
export interface Asked {
  /** When the bot had it last. */
  since: number
  /** The same by the clock of its platform, if that told. */
  sentAt?: number
}

/** By whom, and how it came to that. */
interface Taken extends Asked {
  name: string
  takenAt: number
  /** The bot had asked for an agent. */
  asked: boolean
  /** The platform where the agent works, when it is not with us. */
  on?: DestinationId
}

/** Where a conversation stands: the fold of its log. */
export type State =
  | { phase: 'new' }
  | ({ phase: 'bot' } & Owned)
  | ({ phase: 'waiting'; of: Seq } & Asked & Owned)
  | ({ phase: 'agent' } & Taken & Owned)
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
  if (entry.kind === 'opened') return { phase: 'bot', ...ownersOf(entry) }
  if (state.phase === 'new') return state
  const owned = ownersOf(state)
  switch (entry.kind) {
    case 'handover':
      return {
        phase: 'waiting',
        ...owned,
        ...helpedIn(state),
        of: entry.seq,
        ...askedIn({ ...entry, since: entry.at })
      }
    case 'taken':
      return { phase: 'agent', ...owned, ...agentOf(entry), ...howTaken(state, entry) }
    case 'handback':
      return { phase: 'bot', ...owned, ...helpedIn(state) }
    case 'closed':
      return { phase: 'closed', ...owned }
    case 'rated':
      return { ...state, rated: true }
    case 'page':
      return { ...state, page: entry.page }
    case 'named':
      return { ...state, named: entry.named }
    case 'message':
    case 'postback':
    case 'undelivered':
    case 'note':
    case 'erased':
      return state
    default:
      return entry satisfies never
  }
}

const ownersOf = ({ site, bot, channel, helped, rated, page, named }: Owned): Owned => ({
  site,
  bot,
  ...(channel !== undefined && { channel }),
  ...(helped && { helped }),
  ...(rated && { rated }),
  ...(page && { page }),
  ...(named && { named })
})

const helpedIn = ({ phase }: State) => (phase === 'agent' ? { helped: true as const } : {})

const agentOf = ({ name, on }: { name: string; on?: DestinationId }) => ({
  name,
  ...(on !== undefined && { on })
})

const askedIn = ({ since, sentAt }: Asked): Asked => ({ since, ...(sentAt !== undefined && { sentAt }) })

const howTaken = (state: State, { at }: Entry): Asked & Pick<Taken, 'takenAt' | 'asked'> => ({
  ...askedIn('since' in state ? state : { since: at }),
  takenAt: at,
  asked: state.phase === 'waiting' || (state.phase === 'agent' && state.asked)
})

export function fold(known: Known, entries: readonly Entry[]): Known {
  return entries.reduce(({ state }, entry) => ({ state: apply(state, entry), head: entry.seq }), known)
}
