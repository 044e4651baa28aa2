import type { ContentKind } from '#shared/content.ts'
import { lazy } from '../lazy.ts'
import { worded } from '../words/rest.ts'
import type { ContentProps } from './content-props.ts'
import { Foldable } from './foldable.tsx'

/** Every kind but words alone is drawn by a part that comes when the first of them does. */
export const rich = lazy(() => worded(import('./rich/index.tsx')))

export function ContentView(props: ContentProps<ContentKind> & { name?: string }) {
  const { chat, content, seq, name = String(seq) } = props
  const { kind } = content
  const text = content.text ?? ''
  return (
    <>
      {(text || kind === 'unknown') && (
        <div class="bubble">
          <Foldable chat={chat} name={name} text={text || chat.words.unknown} />
        </div>
      )}
      {kind !== 'text' && kind !== 'unknown' && <Rich {...props} />}
    </>
  )
}

/** Until the part is there its place is kept, as large as it is usually going to be. */
function Rich(props: ContentProps<ContentKind>) {
  const part = rich.now()
  if (!part) return <div class={`chip soon ${props.content.kind}`} />
  return <part.RichContent {...props} />
}
