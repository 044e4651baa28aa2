import type { Content } from '#shared/content.ts'
import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { ConversationId, Seq } from '#shared/ids.ts'
import { shown } from '../../conversation/entry.ts'
import { wordsOf } from '../../conversation/words.ts'
import type { About } from './gather.ts'

/** One line of a readable transcript: what the visitor saw, in words. */
export interface Line {
  conversation: ConversationId
  seq: Seq
  /** ISO 8601, UTC */
  at: string
  /** visitor, bot, agent, system; empty where nobody says anything. */
  who: string
  name: string
  text: string
}

/** What anybody may read of it, conversation by conversation. */
export const linesOf = ({ id, entries }: About['conversations'][number]): readonly Line[] =>
  entries.map(shown).flatMap(entry => {
    const said = saidIn(entry)
    const at = new Date(entry.at).toISOString()
    return said ? [{ conversation: id, seq: entry.seq, at, who: '', name: '', ...said }] : []
  })

const handbacks = {
  agent: 'An agent gave the conversation back to the bot.',
  nobody: 'Nobody was there: back to the bot.',
  late: 'Nobody came in time: back to the bot.',
  bot: 'The bot took over again.',
  visitor: 'The visitor went back to the bot.'
} as const

/** Undefined where there is nothing to show. */
function saidIn(entry: ShownEntry): (Pick<Line, 'text'> & Partial<Line>) | undefined {
  switch (entry.kind) {
    case 'message':
      return { who: entry.by, name: entry.name ?? '', text: allOf(entry.content) }
    case 'postback':
      return { who: 'visitor', text: entry.label }
    case 'opened':
      return { text: 'The conversation began.' }
    case 'handover':
      return { text: 'An agent was asked for.' }
    case 'taken':
      return { text: 'An agent came.', name: entry.name }
    case 'handback':
      return { text: handbacks[entry.why] }
    case 'undelivered':
      return { text: `What was said at ${entry.of} was not delivered.` }
    case 'closed':
      return { text: 'The conversation ended.' }
    case 'rated':
      return {
        who: 'visitor',
        text: [`Rated ${entry.score} of 5`, entry.text ?? ''].filter(Boolean).join(': ')
      }
    case 'other':
      return undefined
    default:
      return entry satisfies never
  }
}

/** Its words, and where its picture or file is. */
function allOf(content: Content): string {
  const words = wordsOf(content)
  if (content.kind !== 'image' && content.kind !== 'file') return words
  return words === '' || words === content.url ? content.url : `${words}\n${content.url}`
}
