import { h, type VNode } from 'preact'
import type { ContentKind } from '#shared/content.ts'
import { Foldable } from '../foldable.tsx'
import { Cards } from './cards.tsx'
import { FileLink } from './file.tsx'
import { Form } from './form.tsx'
import { Picture } from './image.tsx'
import { Location } from './location.tsx'
import type { ContentProps } from './props.ts'

type Kinds = { [Kind in ContentKind]: (props: ContentProps<Kind>) => VNode | null }

/** How each kind of content looks, below its words. A kind that is forgotten here does not compile. */
const kinds = {
  text: () => null,
  image: Picture,
  file: FileLink,
  carousel: Cards,
  list: Cards,
  location: Location,
  rating: () => null,
  form: Form,
  unknown: () => null
} satisfies Kinds

const views: Kinds = kinds

export function ContentView<Kind extends ContentKind>({ chat, content, seq }: ContentProps<Kind>) {
  const kind: Kind = content.kind
  const text = content.text ?? ''
  return (
    <>
      {(text || kind === 'unknown') && (
        <div class="bubble">
          <Foldable chat={chat} name={String(seq)} text={text || chat.words.unknown} />
        </div>
      )}
      {h(views[kind], { chat, content, seq })}
    </>
  )
}
