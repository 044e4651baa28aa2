import type { Content } from '#shared/content.ts'
import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import { cut } from '../lib/cut.ts'
import type { Json } from '../lib/json.ts'
import type { DestinationId } from './delivery.ts'
import type { Entry, Named } from './entry.ts'
import type { Phase } from './state.ts'

/** What an agent sees of a conversation in a list. */
export interface Summary {
  id: ConversationId
  site: string
  bot: DestinationId
  phase: Phase
  head: Seq
  /** ms since 1970, as all times here */
  openedAt: number
  /** When the newest entry was stored. */
  at: number
  named?: Named
  /** Where the visitor is, as their widget told it. */
  page?: Page
  /** What was said last. */
  preview?: string
  /** What the handover says: for agents, never for visitors. */
  waiting?: { since: number; until: number; metadata: Json }
  /** `on`: the agent works on that platform. */
  agent?: { name: string; on?: DestinationId }
}

/** Which of the entries a summary quotes: all that has to be known of a log to tell it in a line. */
export interface Quoted {
  /** The newest in which somebody says something in words. */
  said?: Seq
  named?: Seq
  page?: Seq
  /** The newest after which it waits, or an agent has it. */
  turned?: Seq
}

/** What these entries put in the place of what was quoted before. Pure. */
export function quotedOf(entries: readonly Entry[]): Quoted {
  const newest = (fits: (entry: Entry) => boolean) => entries.findLast(fits)?.seq
  const [said, named, page, turned] = [
    newest(entry => wordsOf(entry) !== ''),
    newest(entry => 'named' in entry && entry.named !== undefined),
    newest(entry => 'page' in entry && entry.page !== undefined),
    newest(({ kind }) => kind === 'handover' || kind === 'taken')
  ]
  return {
    ...(said !== undefined && { said }),
    ...(named !== undefined && { named }),
    ...(page !== undefined && { page }),
    ...(turned !== undefined && { turned })
  }
}

/** What somebody says here; empty where nobody does. */
export function wordsOf(entry: Entry): string {
  if (entry.kind === 'postback') return entry.label
  return entry.kind === 'message' ? contentWords(entry.content) : ''
}

/** Of a file that stands alone, its name. */
function contentWords(content: Content): string {
  if (content.kind === 'file') return content.text ?? content.name ?? ''
  return content.text ?? (content.kind === 'image' ? content.alt : undefined) ?? ''
}

const longestPreview = 140

export const previewOf = (words: string): string => cut(words, longestPreview)
