import type { ConversationId } from '#shared/ids.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Input } from '../conversation/input.ts'
import type { Json } from '../lib/json.ts'
import type { OnExchange } from '../lib/listened.ts'
import type { Rehearsed } from '../lib/rehearsed.ts'
import type { Backoff } from './backoff.ts'

/** What a visitor does that a platform may want to know; sent at most once, never owed. */
export type ActivityKind = 'typing:start' | 'typing:stop' | 'read'

/** One thing to tell a destination. */
export type Call =
  | {
      kind: 'entry'
      conversation: ConversationId
      entry: Entry
      address: string | undefined
      /** The same on every attempt at this delivery, for the `Idempotency-Key` header. */
      key: string
      /** How often it was tried before. */
      attempts: number
    }
  | { kind: 'activity'; conversation: ConversationId; address: string; activity: ActivityKind }
  /** Acknowledge a message that belongs to no open conversation, so that its sender does not wait for ever. */
  | { kind: 'stray'; address: string; raw: Json }

/** What came of a call. Never an exception. */
export type Receipt =
  /**
   * Done. A platform that answers inside the HTTP response has its answers in `inputs`. Where no call may be made twice,
   * the last one's ids hold the call's key: after a crash this tells that all of them are in the log.
   */
  | { kind: 'taken'; address?: string; inputs?: readonly Input[] }
  /** The destination has named the conversation: keep the address, then make the same call again with it. */
  | { kind: 'linked'; address: string }
  /** Certainly not done: try again, not before `afterMs` if the destination said so. */
  | { kind: 'later'; afterMs?: number; reason: string }
  /** Sent, then silence: it may have been done or not, and making the call again does no harm. */
  | { kind: 'unknown'; reason: string }
  /** It may have been done, and must not be made again by itself: the visitor is told, and may say it again. */
  | { kind: 'lost'; reason: string }
  /** Never will be taken as it is. */
  | { kind: 'refused'; reason: string }
  /** The destination wants nothing more for this conversation. */
  | { kind: 'gone'; reason: string }

/** Somebody who must be called, as the outbox sees it. */
export interface Destination {
  /** Calls under way at once, over all conversations. */
  concurrency: number
  /** What it has to answer (a start, what the visitor said) goes out no faster than this; no limit unless told. */
  perSecond?: number | undefined
  /** No call may be made twice: one that was under way when the relay died counts as lost. */
  once?: boolean
  /** It answers inside the call: while one is under way about what the visitor said, the bot is shown typing. */
  answersInCall?: boolean
  /** It only listens in: that it was not told is nothing the visitor should know. */
  bystander?: boolean
  /** How it is tried again, if not as the configuration says. */
  backoff?: Backoff
  /** `onExchange` is told of each HTTP exchange that it comes to. */
  send(call: Call, onExchange?: OnExchange): Promise<Receipt>
  /** What it would send, where that can be known without sending. */
  rehearse?(call: Call): Promise<Rehearsed | undefined>
}
