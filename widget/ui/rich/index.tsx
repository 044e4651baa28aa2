import { h, type VNode } from 'preact'
import type { ContentKind } from '#shared/content.ts'
import type { ContentProps } from '../content-props.ts'
import { rich } from '../styles/rich.ts'
import { addSheet } from '../styles/sheets.ts'
import { Cards } from './cards.tsx'
import { Carousel } from './carousel.tsx'
import { FileLink } from './file.tsx'
import { Form } from './form.tsx'
import { Location } from './location.tsx'
import { Picture } from './picture.tsx'
import { Rating } from './rating.tsx'

addSheet(rich)

type Kinds = { [Kind in ContentKind]: (props: ContentProps<Kind>) => VNode | null }

/** How each kind of content looks, below its words. A kind that is forgotten here does not compile. */
const kinds = {
  text: () => null,
  image: Picture,
  file: FileLink,
  carousel: props => <Carousel {...props} />,
  list: Cards,
  location: Location,
  rating: Rating,
  form: Form,
  unknown: () => null
} satisfies Kinds

const views: Kinds = kinds

export function RichContent<Kind extends ContentKind>(props: ContentProps<Kind>) {
  const kind: Kind = props.content.kind
  return h(views[kind], props)
}

export { AfterChat } from './after.tsx'
export { AskFirst, questionIn } from './ask-first.tsx'
