import type { Chat } from '../state/chat.ts'
import type { Fate, Lost, Row } from '../state/rows.ts'

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
  const fate = row.is === 'unsent' ? row.item.fate.is : 'sent'
  if (fate === 'waiting') return <p class="mark">{live.value ? words.sending : words.waiting}</p>
  if (row.is === 'unsent' && 'why' in row.item.fate) {
    return <NotSent chat={chat} id={row.item.frame.id} fate={row.item.fate} />
  }
  if (row.is === 'unsent' && fate === 'old') return <Old chat={chat} id={row.item.frame.id} />
  if (row.is === 'mine' && row.lost) return <NotHeard chat={chat} line={row.lost} />
  if (!last && !marked) return null
  return (
    <p class="mark" dir="auto">
      {marked && `${words.receipts[come.value]} · `}
      {time(row.at, words.locale)}
    </p>
  )
}

function NotHeard({ chat, line }: { chat: Chat; line: Lost }) {
  const { words, say, press } = chat
  const again = () =>
    line.kind === 'postback' ? press(line.of, line.action, line.label) : say(line.content.text ?? '', line.of)
  return (
    <div class="mark bad">
      <p>{words.notHeard}</p>
      <button type="button" class="plain" onClick={again}>
        {words.retry}
      </button>
    </div>
  )
}

/** Said long ago: it goes out when the visitor still means it. */
function Old({ chat: { words, retry, discard }, id }: { chat: Chat; id: string }) {
  return (
    <div class="mark bad">
      <p>{words.waiting}</p>
      <button type="button" class="plain" onClick={() => retry(id)}>
        {words.send}
      </button>
      <button type="button" class="plain" onClick={() => discard(id)}>
        {words.discard}
      </button>
    </div>
  )
}

function NotSent({ chat, id, fate }: { chat: Chat; id: string; fate: Extract<Fate, { why: unknown }> }) {
  const { words, retry, discard } = chat
  return (
    <div class="mark bad">
      <p>
        {words.notSent}: {words.why[fate.why]}
      </p>
      <button type="button" class="plain" onClick={() => retry(id)}>
        {words.retry}
      </button>
      {fate.is === 'failed' && (
        <button type="button" class="plain" onClick={() => discard(id)}>
          {words.discard}
        </button>
      )}
    </div>
  )
}
