import type { Content } from '#shared/content.ts'
import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { ClientId, Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'

/** Why a conversation is with the bot again; see `ShownEntry`. */
type HandbackWhy = 'agent' | 'nobody' | 'late' | 'bot' | 'visitor'

/** What the website's server, or the channel, says of its visitor. */
export interface Named {
  name?: string
  email?: string
}

/** What a line of the log says, before it has its place. */
export type Draft =
  | {
      kind: 'opened'
      site: string
      bot: DestinationId
      /** How the bot is told to begin: the platform's own postback payload, from the configuration. */
      start: Json
      locale?: string
      page?: Page
      named?: Named
      /** Where its visitor is reached, unless that is our own widget, which follows. */
      channel?: DestinationId
    }
  | { kind: 'message'; by: 'visitor'; id: ClientId; content: Content; of?: Seq }
  | { kind: 'message'; by: 'agent'; id: ClientId; name: string; content: Content }
  /** What the relay itself says, as the site's configuration has it. */
  | { kind: 'message'; by: 'system'; content: Content }
  /** What a bot platform said: its bot, an agent who works there, or the platform itself. */
  | {
      kind: 'message'
      by: 'bot' | 'agent' | 'system'
      via: DestinationId
      /** The agent's, if the platform says it. */
      name?: string
      content: Content
      /** What each of `actionsOf(content)` sends when pressed, verbatim; null where the platform gave nothing. */
      payloads: readonly Json[]
      /** The platform's message, whole, for its acknowledgement. */
      raw: Json
      /** Shown no sooner than so long after what stands before it, ms. */
      pauseMs?: number
    }
  | {
      kind: 'postback'
      id: ClientId
      of: Seq
      action: number
      label: string
      /** From the relay's own log, never from a browser. null: the label itself is the answer. */
      payload: Json
    }
  | {
      kind: 'handover'
      metadata: Json
      /** ms since 1970: given back if nobody took it. */
      until: number
      /** When the bot's platform asked, by its own clock: ms since 1970. */
      sentAt?: number
    }
  /** `on`: the agent works on that platform, and hears the visitor there. */
  | { kind: 'taken'; name: string; on?: DestinationId }
  /** `on`: the platform that said so, and needs not be told; `id`: the visitor's wish. */
  | { kind: 'handback'; why: HandbackWhy; metadata: Json; on?: DestinationId; id?: ClientId }
  /** The visitor's message or postback at `of` was given up on: it may be said again. */
  | { kind: 'undelivered'; of: Seq }
  /** `id`: the visitor's wish. */
  | { kind: 'closed'; id?: ClientId }
  /** How the visitor found it: 1 is worst, 5 is best. */
  | { kind: 'rated'; id: ClientId; score: number; text?: string }
  /** The visitor is on another page now, or it says other things about them. Shown to nobody here. */
  | { kind: 'page'; page: Page }
  /** More, or something else, is known of the visitor: all of it. Shown to nobody here. */
  | { kind: 'named'; named: Named }
  /** What agents tell each other, by the account's name or the program's: shown to nobody else, ever. */
  | { kind: 'note'; id: ClientId; by: string; text: string }
  /** All that was here is gone: no words and no names are left, only that it was so and when. */
  | { kind: 'erased'; site: string; bot: DestinationId }

/** One immutable line of a conversation's log. */
export type Entry = { seq: Seq; at: number } & Draft

/** The entry as its visitor may see it: without payloads, raw messages and metadata. */
export function shown(entry: Entry): ShownEntry {
  const { seq, at } = entry
  switch (entry.kind) {
    case 'message':
      return shownMessage(entry)
    case 'postback':
      return {
        seq,
        at,
        kind: 'postback',
        id: entry.id,
        of: entry.of,
        action: entry.action,
        label: entry.label
      }
    case 'taken':
      return { seq, at, kind: 'taken', name: entry.name }
    case 'handback':
      return { seq, at, kind: 'handback', why: entry.why }
    case 'undelivered':
      return { seq, at, kind: 'undelivered', of: entry.of }
    case 'rated':
      return { seq, at, kind: 'rated', id: entry.id, score: entry.score, text: entry.text }
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return { seq, at, kind: 'other' }
    case 'opened':
    case 'handover':
    case 'closed':
      return { seq, at, kind: entry.kind }
    default:
      return entry satisfies never
  }
}

function shownMessage(entry: Entry & { kind: 'message' }): ShownEntry {
  const { seq, at, by, content } = entry
  const line = { seq, at, kind: 'message', by, content } as const
  if (entry.by === 'visitor') return { ...line, id: entry.id, of: entry.of }
  return 'name' in entry && entry.name !== undefined ? { ...line, name: entry.name } : line
}
