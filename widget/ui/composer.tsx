import type { Chat } from '../state/chat.ts'
import { Icon } from './icon.tsx'

export function Composer({ chat }: { chat: Chat }) {
  const { words, draft, over, ready, say, key } = chat

  function submit(event: Event): void {
    event.preventDefault()
    if (!ready.value) return
    say(draft.value)
    draft.value = ''
  }

  function press(event: KeyboardEvent): void {
    // Enter may only choose a word of an input method (229: as some browsers say it).
    const composing = event.isComposing || event.keyCode === 229
    if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event)
  }

  return (
    <form class="composer" onSubmit={submit}>
      <p id="fb-over" class="fault" role="status">
        {over.value > 0 && words.over(over.value)}
      </p>
      <div class="write">
        <textarea
          rows={1}
          dir="auto"
          aria-label={words.message}
          aria-invalid={over.value > 0}
          aria-describedby="fb-over"
          placeholder={words.placeholder}
          // Not followed key by key: whenever this is drawn, the draft is what stands in the box.
          value={draft.peek()}
          onInput={event => {
            draft.value = event.currentTarget.value
            key()
          }}
          onKeyDown={press}
        />
        <button type="submit" class="round send" aria-label={words.send} disabled={!ready.value}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
