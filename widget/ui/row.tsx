import type { Chat } from '../state/chat.ts'
import { noteText } from '../state/note.ts'
import { type Row, sameDay, together } from '../state/rows.ts'
import { ContentView } from './content.tsx'
import { later } from './later.ts'
import { Mark } from './mark.tsx'
import { Said } from './said.tsx'

interface Props {
  chat: Chat
  row: Row
  before: Row | undefined
  /** The last of its group. */
  last: boolean
  /** Shows how far it has come: the newest of the visitor's own. */
  marked: boolean
  /** Which of how many (-1: nobody knows) it is, and how many pixels of others it follows that are not drawn. */
  place?: { index: number; count: number; room: number }
}

const day = (at: number, locale: string) => new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })

export function LogRow({ chat, row, before, last, marked, place }: Props) {
  const first = !together(before, row)
  const side = row.is === 'unsent' ? 'mine' : row.is
  const newest = row.is === 'theirs' && row.newest
  const id = `fb-${row.key}`
  return (
    <li
      id={id}
      class={`row ${side}${first ? ' first' : ''}${newest ? ' newest' : ''}`}
      // Whoever moves through the rows by keyboard hears the whole row.
      aria-labelledby={id}
      aria-posinset={place && place.index + 1}
      aria-setsize={place?.count}
      tabIndex={-1}
      style={{ marginBlockStart: `${place?.room ?? 0}px` }}
    >
      {!sameDay(before ? before.at : chat.now(), row.at) && (
        <p class="note">{day(row.at, chat.words.locale)}</p>
      )}
      <Body chat={chat} row={row} first={first} />
      {row.is !== 'note' && <Mark chat={chat} row={row} last={last} marked={marked} />}
      {chat.pointed.value === row.key && <Copy chat={chat} row={row} />}
    </li>
  )
}

function Copy(props: { chat: Chat; row: Row }) {
  const part = later.now()
  return part ? <part.Copy {...props} /> : null
}

function Body({ chat, row, first }: { chat: Chat; row: Row; first: boolean }) {
  const { words } = chat
  switch (row.is) {
    case 'mine':
    case 'unsent':
      return (
        <>
          {first && <p class="hidden">{words.by(words.you)}</p>}
          <ContentView chat={chat} content={row.content} seq={0} name={row.key} />
        </>
      )
    case 'theirs':
      return <Said chat={chat} message={row.message} first={first} newest={row.newest} />
    case 'note':
      return (
        <p class="note" dir="auto">
          {noteText(row.note, words)}
        </p>
      )
    default:
      return row satisfies never
  }
}
