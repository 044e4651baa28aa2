import type { Content } from '#shared/content.ts'

/** What the console's page and the relay say to each other, as the page sees it. */

/** Who is signed in. */
export interface Me {
  name: string
  /** What visitors read. */
  shown: string
  role: 'agent' | 'operator'
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
