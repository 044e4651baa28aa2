import type { Chat } from '../state/chat.ts'
import { beginning } from '../state/fold.ts'
import { Text } from './text.tsx'

/** A text, and of a long one the beginning until the visitor wants the rest. `name` is its own in the log. */
export function Foldable({ chat, name, text }: { chat: Chat; name: string; text: string }) {
  const { words, unfolded, atEnd } = chat
  const start = beginning(text)
  if (start === undefined) return <Text text={text} />
  const isWhole = unfolded.value.has(name)

  function turn(): void {
    const others = new Set(unfolded.value)
    if (!others.delete(name)) others.add(name)
    // What grows here is to be read from here.
    atEnd.value = false
    unfolded.value = others
  }

  return (
    <>
      <Text text={isWhole ? text : start} />
      <button type="button" class="plain more" aria-expanded={isWhole} onClick={turn}>
        {isWhole ? words.fold : words.unfold}
      </button>
    </>
  )
}
