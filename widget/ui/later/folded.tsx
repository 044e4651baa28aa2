import { beginning } from '../../state/fold.ts'
import type { FoldableProps } from '../foldable.tsx'
import { Text } from '../text.tsx'

/** The beginning of a long text, until the visitor wants the rest. */
export function Folded({ chat, name, text }: FoldableProps) {
  const { words, unfolded, atEnd } = chat
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
      <Text text={isWhole ? text : beginning(text)} />
      <button type="button" class="plain more" aria-expanded={isWhole} onClick={turn}>
        {isWhole ? words.fold : words.unfold}
      </button>
    </>
  )
}
