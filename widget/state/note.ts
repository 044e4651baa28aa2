import type { Words } from '../words/en.ts'
import type { Note } from './rows.ts'

/** A change of who one talks to, or what the platform itself says, in plain words. */
export function noteText(note: Note, words: Words): string {
  switch (note.kind) {
    case 'message':
      return note.content.text ?? ''
    case 'taken':
      return words.taken(note.name)
    case 'handback':
      // A newer relay may know another reason.
      return words.handback[note.why] ?? words.handback.bot
    case 'handover':
    case 'closed':
      return words[note.kind]
    default:
      return note satisfies never
  }
}
