import type { Chat } from '../state/chat.ts'
import type { Row } from '../state/rows.ts'
import { later } from './later.ts'

interface Props {
  chat: Chat
  row: Exclude<Row, { is: 'note' }>
  last: boolean
  marked: boolean
}

const time = (at: number, locale: string) => new Date(at).toLocaleTimeString(locale, { timeStyle: 'short' })

/** Under a group: when; under the visitor's own: how far it has come. */
export function Mark({ chat, row, last, marked }: Props) {
  const { words, live, come } = chat
  const fate = row.is === 'unsent' && row.item.fate.is
  if (fate === 'waiting') return <p class="mark">{live.value ? words.sending : words.waiting}</p>
  if (fate ? fate !== 'sent' : row.is === 'mine' && row.lost) {
    const part = later.now()
    return part ? <part.Failed chat={chat} row={row} /> : null
  }
  if (!last && !marked) return null
  return (
    <p class="mark" dir="auto">
      {marked && `${words.receipts[come.value]} · `}
      {time(row.at, words.locale)}
    </p>
  )
}
