import { h, type VNode } from 'preact'
import type { ContentKind } from '#shared/content.ts'
import { Bubble } from './bubble.tsx'
import { Carousel } from './carousel.tsx'
import { FileLink } from './file.tsx'
import { Form } from './form.tsx'
import { Picture } from './image.tsx'
import { List } from './list.tsx'
import { Location } from './location.tsx'
import type { ContentProps } from './props.ts'
import { Unknown } from './unknown.tsx'

type Kinds = { [Kind in ContentKind]: (props: ContentProps<Kind>) => VNode | null }

/** How each kind of content looks. */
const kinds: Kinds = {
  text: ({ content }) => <Bubble text={content.text} />,
  image: Picture,
  file: FileLink,
  carousel: Carousel,
  list: List,
  location: Location,
  form: Form,
  unknown: Unknown
} satisfies Kinds

export function ContentView<Kind extends ContentKind>({ content, seq }: ContentProps<Kind>) {
  const kind: Kind = content.kind
  const view = kinds[kind]
  return h(view, { content, seq })
}
