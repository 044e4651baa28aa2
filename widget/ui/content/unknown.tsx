import { useChat } from '../context.ts'
import { Bubble } from './bubble.tsx'
import type { ContentProps } from './props.ts'

/** A kind that is not known here is shown by its words. */
export function Unknown({ content }: ContentProps<'unknown'>) {
  const { words } = useChat()
  return <Bubble text={content.text || words.unknown} />
}
