import type { Content } from '#shared/content.ts'

/** What the console's page and the relay say to each other, as the page sees it. */

/** Who is signed in. */
export interface Me {
  name: string
  /** What visitors read. */
  shown: string
  role: 'agent' | 'operator'
}

/** By which ways somebody may come in; `oidc`: by a sign-in service, and what stands on its button. */
export interface Ways {
  passwords: boolean
  oidc?: { label: string }
}

export type Phase = 'bot' | 'waiting' | 'agent' | 'closed'

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

interface VisitorPage {
  url: string
  title?: string
  data?: Readonly<Record<string, string | number | boolean>>
}

/** Who the visitor is, as far as that was told. */
export interface Named {
  name?: string
  email?: string
}

/** One conversation, as a list shows it. */
export interface Summary {
  id: string
  site: string
  bot: string
  phase: Phase
  head: number
  openedAt: number
  /** ms since 1970: when its newest entry was stored */
  at: number
  named?: Named
  page?: VisitorPage
  /** The newest message's text. */
  preview?: string
  /** Of the handover; never shown to visitors. */
  waiting?: { since: number; until: number; metadata: Json }
  agent?: { name: string; on?: string }
}

type Said =
  | { kind: 'message'; by: 'visitor'; id: string; content: Content; of?: number }
  | { kind: 'message'; by: 'bot' | 'agent' | 'system'; id?: string; name?: string; content: Content }

/** One line of a conversation's log. What the relay may add one day is shown by nothing. */
export type Entry = { seq: number; at: number } & (
  | Said
  | { kind: 'opened'; site: string; bot: string; locale?: string; page?: VisitorPage; named?: Named }
  | { kind: 'postback'; id: string; of: number; action: number; label: string }
  | { kind: 'handover'; metadata: Json; until: number }
  | { kind: 'taken'; name: string; on?: string }
  | { kind: 'handback'; why: 'agent' | 'nobody' | 'late' | 'bot' | 'visitor'; metadata: Json; on?: string }
  | { kind: 'undelivered'; of: number }
  | { kind: 'closed' }
  | { kind: 'rated'; score: number; text?: string }
  | { kind: 'page'; page: VisitorPage }
  | { kind: 'named'; named: Named }
  /** Never shown to visitors, bots or subscribers. */
  | { kind: 'note'; id: string; by: string; text: string }
  /** All that stood before is gone. */
  | { kind: 'erased' }
)

export type Activity =
  | { kind: 'typing'; by: 'visitor' | 'bot' | 'agent'; state: 'start' | 'stop' }
  | { kind: 'seen'; seq: number }
  | { kind: 'delivered'; seq: number }

export type Presence = 'available' | 'away'

export interface Person {
  name: string
  shown: string
  state: Presence
}

export interface Canned {
  shortcut: string
  text: string
}

/** What the stream tells. */
export type Told =
  | { event: 'entries'; data: { conversation: string; entries: readonly Entry[]; summary: Summary } }
  | { event: 'activity'; data: { conversation: string } & Activity }
  | { event: 'people'; data: { people: readonly Person[] } }
  | { event: 'bye'; data: { reason: 'signedOut' | 'closing' } }

/** What an agent does with a conversation. */
export type Deed =
  | { verb: 'take'; body: Record<string, never> }
  /** `file`: one that was uploaded before, and is said now. */
  | { verb: 'say' | 'note'; body: { text: string; id: string; file?: string } }
  | { verb: 'typing'; body: { state: 'start' | 'stop' } }
  | { verb: 'transfer'; body: { to: string } }
  | { verb: 'handback'; body: { metadata: Readonly<Record<string, Json>> } }
  | { verb: 'close'; body: Record<string, never> }

/** What came of an upload; it is not said yet. */
export interface UploadedFile {
  id: string
  name: string
}

/** What the relay answered, or that it did not. */
export type Answer<Body> =
  | { is: 'ok'; body: Body }
  /** `status` 0: nobody answered. */
  | { is: 'no'; status: number; error: string; says?: string; by?: string; waitMs?: number }

/** What an operator looks for: all that is given must fit. Times are ms since 1970. */
export interface Wanted {
  text?: string
  site?: string
  /** Such as `bots/support`. */
  platform?: string
  phase?: Phase
  from?: number
  to?: number
  before?: number
  limit: number
}

/** What was found: `found` has the words that were looked for between U+0002 and U+0003. */
export interface Found {
  conversations: readonly (Summary & { found?: string })[]
  /** Where there are more. */
  before?: number
  /** How much of all that was ever said has been looked through, from 0 to 1. */
  indexed: number
}

/** One call that was made, and what came of it. */
export interface Attempt {
  at: number
  tookMs?: number
  outcome: 'taken' | 'linked' | 'later' | 'unknown' | 'lost' | 'refused' | 'gone'
  status?: number
  reason?: string
}

/** What became of an entry at one destination. */
export interface DeliveryTold {
  id: number
  destination: string
  owedAt: number
  state: 'owed' | 'done' | 'dead' | 'dropped'
  settledAt?: number
  reason?: string
  dropped?: { at: number; why: string }
  attempts: readonly Attempt[]
}

/** An entry, and where it has got to. */
export interface LineTold {
  seq: number
  at: number
  kind: string
  by?: string
  text?: string
  committedAt?: number
  shownAt?: number
  readAt?: number
  deliveries: readonly DeliveryTold[]
}

export interface DeadLetter {
  id: number
  destination: string
  conversation: string
  seq: number
  attempts: number
  reason: string
  at: number
}

/** The call that a dead letter comes to, without what would let others make it. */
export interface CallTold {
  destination: string
  call?: { method: string; url: string; headers: Readonly<Record<string, string>>; body?: Json }
}

/** One platform over the last hour, and now. Times are missing where nothing was measured. */
export interface PlatformHealth {
  id: string
  kind: string
  calls: number
  errors: number
  p50Ms?: number
  p99Ms?: number
  oursP50Ms?: number
  oursP99Ms?: number
  webhooks: number
  webhooksP99Ms?: number
  lanes: number
  owed: number
  oldestOwedMs?: number
  dead: number
}

type Column = readonly (number | null)[]
/** By the minute. */
export type Minutes = Readonly<
  Record<
    'calls' | 'errors' | 'p50Ms' | 'p99Ms' | 'oursP50Ms' | 'oursP99Ms' | 'webhooks' | 'webhooksP99Ms',
    Column
  >
>

export interface HealthTold {
  since: number
  platforms: readonly PlatformHealth[]
  series: { from: number; stepMs: number; platforms: Readonly<Record<string, Minutes>> }
}
