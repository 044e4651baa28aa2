import type { Content } from '#shared/content.ts'
import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { ClientId, Seq } from '#shared/ids.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'

/** Why a conversation is with the bot again; see `ShownEntry`. */
type HandbackWhy = 'agent' | 'nobody' | 'late' | 'bot'

/** What a line of the log says, before it has its place. */
export type Draft =
  | {
      kind: 'opened'
      site: string
      bot: DestinationId
      /** How the bot is told to begin: the platform's own postback payload, from the configuration. */
      start: Json
      locale?: string
      page?: { url: string; title?: string | undefined }
    }
  | { kind: 'message'; by: 'visitor'; id: ClientId; content: Content; of?: Seq }
  | { kind: 'message'; by: 'agent'; id: ClientId; name: string; content: Content }
  | {
      kind: 'message'
      by: 'bot'
      via: DestinationId
      content: Content
      /** What each of `actionsOf(content)` sends when pressed, verbatim; null where the platform gave nothing. */
      payloads: readonly Json[]
      /** The platform's message, whole, for its acknowledgement. */
      raw: Json
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
  | { kind: 'handover'; metadata: Json /** ms since 1970: given back if nobody took it. */; until: number }
  | { kind: 'taken'; name: string }
  | { kind: 'handback'; why: HandbackWhy; metadata: Json }
  | { kind: 'closed' }

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
    case 'opened':
    case 'handover':
    case 'closed':
      return { seq, at, kind: entry.kind }
    default:
      return entry satisfies never
  }
}

function shownMessage(entry: Entry & { kind: 'message' }): ShownEntry {
  const { seq, at, content } = entry
  switch (entry.by) {
    case 'visitor':
      return { seq, at, kind: 'message', by: 'visitor', id: entry.id, of: entry.of, content }
    case 'agent':
      return { seq, at, kind: 'message', by: 'agent', name: entry.name, content }
    case 'bot':
      return { seq, at, kind: 'message', by: 'bot', content }
    default:
      return entry satisfies never
  }
}
