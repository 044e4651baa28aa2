import { useRef } from 'preact/hooks'
import { useChat } from './context.ts'
import { useFocus } from './focus.ts'
import { Icon } from './icon.tsx'
import { useValue } from './use-value.ts'

export function Composer() {
  const { words, draft, link, say, key } = useChat()
  const box = useRef<HTMLTextAreaElement>(null)
  useFocus(box)
  const text = useValue(draft)
  const over = text.length - (useValue(link).view.site?.maxText ?? Infinity)
  const ready = text.trim() !== '' && over <= 0

  function submit(event: Event): void {
    event.preventDefault()
    if (!ready) return
    say(text)
    draft.value = ''
    box.current?.focus()
  }

  function press(event: KeyboardEvent): void {
    // Enter may only choose a word of an input method (229: as some browsers say it).
    const composing = event.isComposing || event.keyCode === 229
    if (event.key === 'Enter' && !event.shiftKey && !composing) submit(event)
  }

  return (
    <form class="composer" noValidate onSubmit={submit}>
      {over > 0 && (
        <p id="fb-over" class="fault" role="status">
          {words.tooLong(over)}
        </p>
      )}
      <div class="write">
        <textarea
          ref={box}
          rows={Math.min(6, text.split('\n').length)}
          dir="auto"
          aria-label={words.message}
          aria-invalid={over > 0}
          aria-describedby={over > 0 ? 'fb-over' : undefined}
          placeholder={words.placeholder}
          value={text}
          onInput={event => {
            draft.value = event.currentTarget.value
            key()
          }}
          onKeyDown={press}
        />
        <button type="submit" class="round send" aria-label={words.send} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
