import { type Row, sameDay, together } from '../state/rows.ts'
import { useChat } from './context.ts'
import { Hidden } from './hidden.tsx'
import { Mark } from './mark.tsx'
import { NoteText } from './note.tsx'
import { Said } from './said.tsx'
import { Text } from './text.tsx'

interface Props {
  row: Row
  before: Row | undefined
  /** The last of its group. */
  last: boolean
  /** Shows how far it has come: the newest of the visitor's own. */
  marked: boolean
}

const day = (at: number) => new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' })

export function LogRow({ row, before, last, marked }: Props) {
  const first = !together(before, row)
  const newDay = before && !sameDay(before.at, row.at)
  const side = row.is === 'unsent' ? 'mine' : row.is
  return (
    <li class={`row ${side}${first ? ' first' : ''}${last ? ' last' : ''}`}>
      {newDay && <p class="day">{day(row.at)}</p>}
      <Body row={row} first={first} />
      {row.is !== 'note' && <Mark row={row} last={last} marked={marked} />}
    </li>
  )
}

function Body({ row, first }: { row: Row; first: boolean }) {
  const { words } = useChat()
  switch (row.is) {
    case 'mine':
    case 'unsent':
      return (
        <div class="bubble">
          {first && <Hidden text={words.you} />}
          <Text text={row.is === 'mine' ? row.text : row.item.text} />
        </div>
      )
    case 'theirs':
      return <Said message={row.message} first={first} newest={row.newest} />
    case 'note':
      return <NoteText note={row.note} />
    default:
      return row satisfies never
  }
}
