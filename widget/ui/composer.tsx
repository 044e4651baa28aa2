import type { Chat } from '../state/chat.ts'
import { mayUpload } from '../state/may-upload.ts'
import { attach } from './attach.ts'
import { Icon } from './icon.tsx'

export function Composer({ chat }: { chat: Chat }) {
  const { words, draft, left, say, key, attaching } = chat
  const files = (mayUpload(chat) || attaching.value) && attach.now()?.withFiles(chat)
  const { ready } = files || chat
  const over = Math.max(0, -(left.value ?? 0))

  function submit(event: Event): void {
    event.preventDefault()
    if (!ready.value) return
    if (files) return files.send()
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
        {over > 0 && words.over(over)}
      </p>
      <div class="write">
        {files && files.before}
        <textarea
          rows={1}
          // Without a word of its own it is read as the panel is, and so is its placeholder.
          dir={draft.value ? 'auto' : undefined}
          aria-label={words.message}
          aria-invalid={over > 0}
          aria-describedby="fb-over"
          placeholder={words.placeholder}
          enterkeyhint="send"
          value={draft.value}
          ref={box => fit(box)}
          onInput={event => {
            draft.value = event.currentTarget.value
            key()
          }}
          onKeyDown={press}
        />
        {over === 0 && left.value !== undefined && (
          <small class="mark left" aria-hidden="true">
            {left.value}
          </small>
        )}
        <button type="submit" class="round send" aria-label={words.send} disabled={!ready.value}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}

/** As high as its words, where the browser does not see to that itself; the sheet says how high at most. */
function fit(box: HTMLTextAreaElement | null): void {
  if (!box || CSS.supports('field-sizing', 'content')) return
  box.style.height = 'auto'
  if (box.scrollHeight) box.style.height = `${box.scrollHeight}px`
}
