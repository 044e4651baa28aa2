import type { Entry } from '#shared/entry.ts'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { LateSite } from '#shared/site.ts'
import type { Bye } from '#shared/wire/byes.ts'
import type { Can, Phase } from '#shared/wire/hello.ts'
import type { PastConversation } from '#shared/wire/past.ts'
import type { Unsent } from './unsent.ts'

/** An entry whose kind this version does not know: it has its place in the log and nothing to show. */
interface Other {
  kind: 'other'
  seq: Seq
  at: number
}
export type Line = Entry | Other

/** The socket and how it stands. Sockets are numbered, and only the newest one is listened to. */
export type Link =
  | { is: 'idle' }
  | { is: 'opening'; socket: number }
  | { is: 'greeting'; socket: number }
  | { is: 'live'; socket: number }
  /** `held`: the relay asked us to wait, so nothing shortens it. */
  | { is: 'waiting'; held: boolean }
  | { is: 'stopped'; why: Bye }

/** The log as far as it is known here. */
export interface View {
  epoch: string
  conversation: ConversationId | undefined
  lines: readonly Line[]
  /** The first seq that is known here: 1 when all is. */
  from: Seq
  /** How the conversation stood before that place; where older lines changed it, what they say counts. */
  base: Phase
  /** Up to here it was history when the socket opened. */
  head: Seq
  /** Seen by this visitor on any device, as the relay said. */
  seen: Seq
  site: LateSite | undefined
  /** What may be done here. */
  can: Can
  /** How far the visitor's own words have come, where that is told. */
  receipts: { delivered: Seq; read: Seq }
}

/** An earlier conversation, read from its end. */
export interface Reading {
  id: ConversationId
  lines: readonly Line[]
  /** The first seq that is known; 0 while nothing is. */
  from: Seq
  loading: boolean
}

export interface State {
  link: Link
  /** How many sockets were opened. */
  sockets: number
  /** Failed connections in a row. */
  attempt: number
  /** The next hello asks for a new conversation. */
  fresh: boolean
  /** A new conversation is wanted once the visitor's own close is through. */
  anew: boolean
  /** To be erased: nothing else goes out any more. */
  erasing: boolean
  view: View
  /** Older lines are on their way. */
  older: boolean
  /** The visitor's conversations, once they were asked for. */
  past: readonly PastConversation[] | undefined
  /** That list is on its way. */
  listing: boolean
  reading: Reading | undefined
  typing: { bot: boolean; agent: boolean }
  unsent: Unsent
  /** The one that awaits its answer. One at a time, so that nothing overtakes what was refused for a while. */
  flying: ClientId | undefined
  /** Refusals in a row that may pass, and whether we wait after one. */
  refusals: number
  held: boolean
  /** Seen here, and told to the relay. */
  seen: { here: Seq; told: Seq }
  fingers: { moving: boolean; told: boolean }
}

export const emptyView: View = {
  epoch: '',
  conversation: undefined,
  lines: [],
  from: 1,
  base: { is: 'bot' },
  head: 0,
  seen: 0,
  site: undefined,
  can: {},
  receipts: { delivered: 0, read: 0 }
}

export function initial(unsent: Unsent): State {
  return {
    link: { is: 'idle' },
    sockets: 0,
    attempt: 0,
    fresh: false,
    anew: false,
    erasing: false,
    view: emptyView,
    older: false,
    past: undefined,
    listing: false,
    reading: undefined,
    typing: { bot: false, agent: false },
    unsent,
    flying: undefined,
    refusals: 0,
    held: false,
    seen: { here: 0, told: 0 },
    fingers: { moving: false, told: false }
  }
}

/** The newest place of the log that is known here. */
export const known = ({ lines, from }: View): Seq => lines.at(-1)?.seq ?? from - 1

/** Something may go out now. */
export const isOpen = ({ link, erasing }: State): boolean => link.is === 'live' && !erasing
