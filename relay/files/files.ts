import type { Readable } from 'node:stream'
import type { ConversationId } from '#shared/ids.ts'
import type { Looked, Unfit } from './look.ts'

/** What is known of a file besides its bytes. */
export interface Facts {
  /** Our own; never anything of the uploader's. */
  id: string
  conversation: ConversationId
  /** Who uploaded it, and alone may say it. */
  by: Uploader
  /** As it is offered to be saved: safe, and with the ending of its type. */
  name: string
  /** What its bytes say it is. */
  type: string
  /** In bytes. */
  size: number
  /** ms since 1970 */
  at: number
  /** In pixels, of an image. */
  width?: number
  height?: number
}

/** `visitor:` and the hash the store knows them by, or `agent:` and the account's name. */
export type Uploader = `visitor:${string}` | `agent:${string}`

/** An upload, as it comes in. */
export interface Upload {
  about: Pick<Facts, 'conversation' | 'by' | 'at'>
  bytes: AsyncIterable<Uint8Array>
  /** More bytes than this are not taken. */
  limit: number
  /** Looks at the whole; what it makes of it is kept in its place. */
  look(bytes: Buffer): Looked
}

export type Put =
  | { kind: 'kept'; facts: Facts }
  | { kind: 'unfit'; why: Unfit | 'tooLarge' }
  /** The stream ended too early. */
  | { kind: 'brokenOff' }
  | { kind: 'failed'; reason: string }

/** Where files live. Every promise is kept only after the change is durable. */
export interface Files {
  put(upload: Upload): Promise<Put>
  find(conversation: ConversationId, id: string): Promise<Facts | undefined>
  /** Its bytes, from the first to the last; undefined where there is no such file. */
  read(conversation: ConversationId, id: string): Promise<Readable | undefined>
  /** Of one conversation, the oldest first. */
  list(conversation: ConversationId): Promise<readonly Facts[]>
  /** Whose files there are. */
  conversations(): AsyncIterable<ConversationId>
  /** Nothing that is known only in part is left either. Rejects when it could not be done. */
  erase(conversation: ConversationId): Promise<void>
  remove(conversation: ConversationId, id: string): Promise<void>
  /** Uploaded, and not known to be settled. */
  unsettled(): Promise<readonly Facts[]>
  /** It has been said: nobody needs to look at it again. */
  settle(conversation: ConversationId, id: string): Promise<void>
}
