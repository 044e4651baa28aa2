import type { Content } from '#shared/content.ts'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'

/** Which conversation: by our id, or by the one its destination gave it. */
export type Where = ConversationId | { destination: DestinationId; address: string }

/** All that can be handed in at the door. */
export type Input =
  | {
      kind: 'open'
      site: string
      /** The hash of the visitor's token. */
      visitor: string
      locale?: string | undefined
      page?: Page | undefined
    }
  | { kind: 'said'; by: 'visitor'; id: ClientId; text: string; of?: Seq | undefined }
  | { kind: 'said'; by: 'agent'; id: ClientId; name: string; text: string }
  | { kind: 'postback'; id: ClientId; of: Seq; action: number }
  /** A platform's message. */
  | {
      kind: 'received'
      via: DestinationId
      /** The platform's ids of the event and of the message; each is taken once, for ever. */
      ids: readonly string[]
      content: Content
      payloads: readonly Json[]
      raw: Json
    }
  | { kind: 'typing'; by: 'visitor' | 'bot' | 'agent'; state: 'start' | 'stop' }
  | { kind: 'seen'; seq: Seq }
  | { kind: 'handover'; ids: readonly string[]; metadata: Json }
  | { kind: 'take'; name: string }
  | { kind: 'handback'; name: string; metadata: Json }
  | { kind: 'close' }
  /** Nobody took the handover at `of` in time. */
  | { kind: 'deadline'; of: Seq }
export type InputOf<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>
