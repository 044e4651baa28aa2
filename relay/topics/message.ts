import type { ConversationId } from '#shared/ids.ts'
import type { Entry } from '../conversation/entry.ts'
import { wordsOf } from '../conversation/words.ts'
import type { Json } from '../lib/json.ts'
import { senders } from './catalogue.ts'
import { type Said, saidOf } from './content.ts'
import { stamp } from './time.ts'

/** An entry in which somebody says something. */
export type Spoken = Extract<Entry, { kind: 'message' | 'postback' }>

export const isSpoken = (entry: Entry): entry is Spoken =>
  entry.kind === 'message' || entry.kind === 'postback'

/** A message, as it stands in its event and in the transcript: the same id in both. */
export interface Line {
  [key: string]: Json
  id: string
  sender: string
  type: string
  value: Json
  timestamp: string
}

/** `room`: a value that takes more bytes than this is told as text, cut to fit, and marked `truncated`. */
export function lineOf(entry: Spoken, conversation: ConversationId, room: number): Line {
  const said = saidBy(entry)
  const fits = Buffer.byteLength(JSON.stringify(said.value)) <= room
  return {
    id: `${conversation}-${entry.seq}`,
    sender: entry.kind === 'postback' ? senders.visitor : senders[entry.by],
    ...(fits ? said : cut(entry, room)),
    timestamp: stamp(entry.at)
  }
}

/** Of a press its label is told and never what it sends. */
const saidBy = (entry: Spoken): Said =>
  entry.kind === 'postback' ? { type: 'button_click', value: entry.label } : saidOf(entry.content, entry.seq)

/** As JSON no character takes more than six bytes. */
function cut(entry: Spoken, room: number) {
  const words = entry.kind === 'postback' ? entry.label : wordsOf(entry.content)
  return { type: 'text', value: shortened(words, Math.floor(room / 6) - 1), truncated: true }
}

/** No longer than so many characters, and marked where it was. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`
