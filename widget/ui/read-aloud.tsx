import type { Chat } from '../state/chat.ts'
import { reader } from './text.tsx'

/**
 * What screen readers say. The log itself is silent: its rows come and go as it is scrolled, and would be read again.
 * This stands here before there is anything to say, and is said once.
 */
export function ReadAloud({ chat }: { chat: Chat }) {
  const { words, news, copied } = chat
  const part = news.value.length ? reader.now() : undefined
  return (
    <div class="aloud hidden" aria-live="polite" aria-relevant="additions">
      {part && news.value.map(one => <p key={one.seq}>{part.aloud(one, words)}</p>)}
      {copied.value && <p key={copied.value}>{words.copied}</p>}
    </div>
  )
}
