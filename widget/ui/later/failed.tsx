import type { Chat } from '../../state/chat.ts'
import type { Fate, Lost, Row } from '../../state/rows.ts'

/** Under what has not come through: why, and what can be done about it. */
export function Failed({ chat, row }: { chat: Chat; row: Row }) {
  if (row.is === 'mine' && row.lost) return <NotHeard chat={chat} line={row.line} />
  if (row.is !== 'unsent') return null
  const { fate, frame } = row.item
  return 'why' in fate ? <NotSent chat={chat} frame={frame} fate={fate} /> : <Old chat={chat} id={frame.id} />
}

function NotHeard({ chat, line }: { chat: Chat; line: Lost }) {
  const { words, say, press } = chat
  // A file is said once: what it was uploaded for is gone.
  const isFile = line.kind === 'message' && line.content.kind !== 'text'
  const again = () =>
    line.kind === 'postback' ? press(line.of, line.action, line.label) : say(line.content.text ?? '', line.of)
  return (
    <div class="mark bad">
      <p>{words.notHeard}</p>
      {!isFile && (
        <button type="button" class="plain" onClick={again}>
          {words.retry}
        </button>
      )}
    </div>
  )
}

/** Said long ago: it goes out when the visitor still means it. */
function Old({ chat: { words, wants }, id }: { chat: Chat; id: string }) {
  return (
    <div class="mark bad">
      <p>{words.waiting}</p>
      <button type="button" class="plain" onClick={() => wants({ on: 'retry', id })}>
        {words.send}
      </button>
      <button type="button" class="plain" onClick={() => wants({ on: 'discard', id })}>
        {words.discard}
      </button>
    </div>
  )
}

interface NotSentProps {
  chat: Chat
  frame: Extract<Row, { is: 'unsent' }>['item']['frame']
  fate: Extract<Fate, { why: unknown }>
}

function NotSent({ chat, frame: { id, type }, fate }: NotSentProps) {
  const { words, wants } = chat
  // An upload is not kept for ever, and there is no other to say.
  const isGone = type === 'file' && fate.why === 'noAction'
  return (
    <div class="mark bad">
      <p>
        {words.notSent}: {isGone ? words.files.gone : words.why[fate.why]}
      </p>
      {!isGone && (
        <button type="button" class="plain" onClick={() => wants({ on: 'retry', id })}>
          {words.retry}
        </button>
      )}
      {fate.is === 'failed' && (
        <button type="button" class="plain" onClick={() => wants({ on: 'discard', id })}>
          {words.discard}
        </button>
      )}
    </div>
  )
}
