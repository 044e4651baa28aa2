/** A line of a log, as much of it as can be compared between a view and the store. */
export interface Line {
  seq: number
  at: number
  kind: string
  by: string | undefined
  /** The client id, on a visitor's own. */
  id: string | undefined
  text: string | undefined
  /** On what was given up on: the place of what the visitor said. */
  of?: number | undefined
}

/** What is on the disk when everything is over. */
export interface Stored {
  logs: ReadonlyMap<string, readonly Line[]>
  /** Conversations by the destination and the address they have there. */
  addresses: ReadonlyMap<string, string>
  /** Deliveries that nobody made. */
  owed: number
  dead: readonly Dead[]
}

/** A delivery that was given up on. */
export interface Dead {
  destination: string
  conversation: string
  seq: number
  /** In the relay's words. */
  reason: string | null
}

export const placeOf = (destination: string, address: string): string => `${destination} ${address}`

/** A log as one page of a visitor had it. */
export interface View {
  conversation: string | undefined
  epoch: string
  lines: readonly Line[]
}

/** What a check found, in words. */
export interface Finding {
  check: CheckName
  what: string
}

export const checkNames = [
  'lost',
  'doubled',
  'reordered',
  'gaps',
  'divergent',
  'unanswered',
  'unacknowledged',
  'foreign',
  'refused',
  'unfinished',
  'owed',
  'faults'
] as const
export type CheckName = (typeof checkNames)[number]

export interface VisitorRecord {
  visitor: number
  /** Texts by client id, in the order in which they were said. */
  said: ReadonlyMap<string, string>
  /** Client ids, noted the moment the widget let go of them. */
  acknowledged: ReadonlySet<string>
  /** Every view that a page of this visitor had, when it was thrown away. */
  views: readonly View[]
  /** At the end: the live one, kept over all reconnects, and that of a fresh page. Both must be whole. */
  last: readonly View[]
  /** Said and refused for good. */
  failed: readonly string[]
  finished: boolean
  /** Seen on the wire, as it came. */
  findings: readonly Finding[]
}

/** A conversation on a platform where visitors are. */
export interface TalkRecord {
  visitor: number
  /** As a destination of the relay's. */
  channel: string
  /** Undefined while its visitor has said nothing. */
  address: string | undefined
  /** As the platform shows it. */
  lines: readonly Line[]
  finished: boolean
}

export interface BotRecord {
  /** What the bot said and had answered 200. */
  taken: readonly string[]
  /** Messages that no acknowledgement came for. */
  unacknowledged: readonly string[]
  /** Texts that came after a later one, and calls that the contract does not allow. */
  findings: readonly Finding[]
}
