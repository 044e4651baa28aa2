import type { Content } from '#shared/content.ts'
import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'
import type { Named } from './entry.ts'

/** Which conversation: by our id, or by the one its destination gave it. */
export type Where = ConversationId | { destination: DestinationId; address: string }

/** A file that was uploaded before, and is said now: once, for ever. */
export interface Attached {
  id: string
  content: Extract<Content, { kind: 'image' | 'file' }>
}

/** All that can be handed in at the door. */
export type Input =
  | {
      kind: 'open'
      site: string
      /** The hash of the visitor's token, where our widget opens it. */
      visitor?: string
      /** The channel's own id of the conversation, where a channel opens it. */
      address?: string
      locale?: string | undefined
      page?: Page | undefined
      named?: Named | undefined
    }
  | {
      kind: 'said'
      by: 'visitor'
      id: ClientId
      text: string
      /** What is said; the text stands beside it, and may be empty. */
      file?: Attached
      of?: Seq | undefined
      /** The channel it came by: the id is taken once there, for ever, whatever the conversation. */
      via?: DestinationId
      /** When the channel's platform had the bot answer here, ms since 1970: its agents who took earlier are gone. */
      botAt?: number
    }
  /** `own`: it is for nobody else to say, whoever has the visitor. */
  | { kind: 'said'; by: 'agent'; id: ClientId; name: string; text: string; file?: Attached; own?: true }
  /** `via`: as with `said`; `label`: what the action said, where another may stand in its place by now. */
  | { kind: 'postback'; id: ClientId; of: Seq; action: number; via?: DestinationId; label?: string }
  /** A platform's message: its bot's, unless it says otherwise. */
  | {
      kind: 'received'
      via: DestinationId
      by?: 'agent' | 'system'
      /** The agent's. */
      name?: string
      /** Shown no sooner than so long after what stands before it, ms. */
      pauseMs?: number
      /** The platform's ids of the event and of the message; each is taken once, for ever. */
      ids: readonly string[]
      /** Under these the platform may say the same once more by another way. */
      echoed?: readonly string[]
      /** It is a repeat of whatever was echoed under one of these. */
      echoOf?: readonly string[]
      content: Content
      payloads: readonly Json[]
      raw: Json
      /** When its platform sent it, by that one's clock: ms since 1970. */
      sentAt?: number
    }
  | { kind: 'typing'; by: 'visitor' | 'bot' | 'agent'; state: 'start' | 'stop' }
  | { kind: 'seen'; seq: Seq }
  /** `sentAt`: as with `received`. */
  | { kind: 'handover'; ids: readonly string[]; metadata: Json; sentAt?: number }
  /** `on`: an agent of that platform, who needs not be asked first. */
  | { kind: 'take'; name: string; on?: DestinationId }
  /** Whoever has it with us gives it to another agent. */
  | { kind: 'transfer'; name: string }
  /** This agent of ours is gone for good. */
  | { kind: 'leave'; name: string }
  /** What agents tell each other. */
  | { kind: 'note'; id: ClientId; by: string; text: string }
  /**
   * `why`, where it is not that an agent gave the visitor back; `on`: the platform that has it so already; `at`: when,
   * ms since 1970: an agent who took later stays.
   */
  | { kind: 'handback'; metadata: Json; name?: string; why?: 'nobody'; on?: DestinationId; at?: number }
  /** `id`: where the visitor wishes it, made by the widget. */
  | { kind: 'close'; id?: ClientId }
  /** The visitor would rather have the bot again. */
  | { kind: 'back'; id: ClientId }
  | { kind: 'rated'; id: ClientId; score: number; text?: string | undefined }
  | { kind: 'page'; page: Page }
  /** What is known of the visitor now; what it does not say stays as it was. */
  | { kind: 'named'; named: Named }
  /** Nobody took the handover at `of` in time. */
  | { kind: 'deadline'; of: Seq }
  /** What the visitor said at `of` was given up on. */
  | { kind: 'undelivered'; of: Seq; to: DestinationId }
export type InputOf<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>
