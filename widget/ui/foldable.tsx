import type { Chat } from '../state/chat.ts'
import { isLong } from '../state/long.ts'
import { later } from './later.ts'
import { Text } from './text.tsx'

export interface FoldableProps {
  chat: Chat
  /** Its own in the log. */
  name: string
  text: string
}

/** A text, and of a long one the beginning until the visitor wants the rest. */
export function Foldable(props: FoldableProps) {
  const part = isLong(props.text) ? later.now() : undefined
  return part ? <part.Folded {...props} /> : <Text text={props.text} />
}
