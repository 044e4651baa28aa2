import type { Entry } from '#shared/entry.ts'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { LateSite } from '#shared/site.ts'
import type { Bye } from '#shared/wire/byes.ts'
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
  /** Up to here it was history when the socket opened. */
  head: Seq
  /** Seen by this visitor on any device, as the relay said. */
  seen: Seq
  site: LateSite | undefined
}

export interface State {
  link: Link
  /** How many sockets were opened. */
  sockets: number
  /** Failed connections in a row. */
  attempt: number
  /** The next hello asks for a new conversation. */
  fresh: boolean
  view: View
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
  head: 0,
  seen: 0,
  site: undefined
}

export function initial(unsent: Unsent): State {
  return {
    link: { is: 'idle' },
    sockets: 0,
    attempt: 0,
    fresh: false,
    view: emptyView,
    typing: { bot: false, agent: false },
    unsent,
    flying: undefined,
    refusals: 0,
    held: false,
    seen: { here: 0, told: 0 },
    fingers: { moving: false, told: false }
  }
}

/** The newest place of the log that is on the screen. */
export const known = ({ lines }: View): Seq => lines.at(-1)?.seq ?? 0
