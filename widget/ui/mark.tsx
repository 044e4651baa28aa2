import type { Fate, Row } from '../state/rows.ts'
import type { Words } from '../words/en.ts'
import { useChat } from './context.ts'
import { useValue } from './use-value.ts'

interface Props {
  row: Exclude<Row, { is: 'note' }>
  last: boolean
  marked: boolean
}

const time = (at: number) => new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' })

/** Under a group: when; under the visitor's own: how far it has come. */
export function Mark({ row, last, marked }: Props) {
  const chat = useChat()
  const { words } = chat
  const live = useValue(chat.link).link.is === 'live'
  if (row.is === 'unsent' && row.item.fate.is !== 'sent') {
    return <Pending id={row.item.frame.id} fate={row.item.fate} live={live} />
  }
  if (!last && !marked) return null
  const sent = marked && row.is !== 'theirs' ? `${words.sent} · ` : ''
  return (
    <p class="mark">
      {sent}
      <time dateTime={new Date(row.at).toISOString()}>{time(row.at)}</time>
    </p>
  )
}

function Pending({ id, fate, live }: { id: string; fate: Exclude<Fate, { is: 'sent' }>; live: boolean }) {
  const { words, retry, discard } = useChat()
  if (fate.is === 'waiting') return <p class="mark">{waitingText(live, words)}</p>
  return (
    <div class="mark bad">
      <p>{words.why[fate.why] ?? words.notSent}</p>
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

const waitingText = (live: boolean, words: Words) => (live ? words.sending : words.waiting)
