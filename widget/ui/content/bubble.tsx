import { Text } from '../text.tsx'

/** Words in a bubble; nothing for no words. */
export function Bubble({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <div class="bubble">
      <Text text={text} />
    </div>
  )
}
