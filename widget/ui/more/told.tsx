import type { Chat } from '../../state/chat.ts'
import { Sheeted } from './sheeted.tsx'

/** What the browser did not let happen, and what can be done about it. */
export function Told({ chat, what }: { chat: Chat; what: 'noWindow' | 'noNotify' }) {
  const { words, sheet } = chat
  const text = words.told[what]
  const shut = () => {
    sheet.value = undefined
  }
  return (
    <Sheeted chat={chat} role="alertdialog" title={text} onEscape={shut}>
      <div class="question">
        <p>{text}</p>
        <button type="button" class="tap" data-first onClick={shut}>
          {words.rich.shut}
        </button>
      </div>
    </Sheeted>
  )
}
