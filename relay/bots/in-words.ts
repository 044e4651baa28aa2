import { wordsOf } from '../conversation/words.ts'
import type { Call } from '../outbox/destination.ts'

/** No platform takes a visitor's file: it is told what was said beside it, or what it is called. */
export function inWords(call: Call): Call {
  if (call.kind !== 'entry' || call.entry.kind !== 'message' || call.entry.by !== 'visitor') return call
  const { content } = call.entry
  if (content.kind !== 'image' && content.kind !== 'file') return call
  return { ...call, entry: { ...call.entry, content: { kind: 'text', text: wordsOf(content) } } }
}
