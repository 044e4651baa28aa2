import type { Note } from '../state/rows.ts'
import type { Words } from '../words/en.ts'
import { useChat } from './context.ts'

/** A change of who one talks to, in plain words. */
export function NoteText({ note }: { note: Note }) {
  const { words } = useChat()
  return (
    <p class="note" dir="auto">
      {noteOf(note, words)}
    </p>
  )
}

function noteOf(note: Note, words: Words): string {
  switch (note.kind) {
    case 'handover':
      return words.handover
    case 'taken':
      return words.taken(note.name)
    case 'handback':
      // A newer relay may know another reason.
      return words.handback[note.why] ?? words.handback.bot
    case 'closed':
      return words.closed
    default:
      return note satisfies never
  }
}
