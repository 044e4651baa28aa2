import { useRef } from 'preact/hooks'
import { useChat } from './context.ts'
import { useFocus } from './focus.ts'

/** In place of the composer once the conversation is closed. */
export function Ended() {
  const { words, fresh } = useChat()
  const button = useRef<HTMLButtonElement>(null)
  useFocus(button)
  return (
    <div class="ended">
      <button type="button" ref={button} class="wide" onClick={fresh}>
        {words.fresh}
      </button>
    </div>
  )
}
