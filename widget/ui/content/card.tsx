import type { Card } from '#shared/content.ts'
import { webUrl } from '../../state/links.ts'
import { Actions, type Placed } from '../actions.tsx'
import { Img } from './image.tsx'

interface Props {
  card: Card
  actions: readonly Placed[]
  seq: number
}

export function CardView({ card: { title, text, image }, actions, seq }: Props) {
  const picture = image && webUrl(image.url)
  return (
    <li class="card">
      {picture && <Img url={picture} alt={image.alt ?? ''} />}
      <div class="words">
        <p class="name" dir="auto">
          {title}
        </p>
        {text && <p dir="auto">{text}</p>}
      </div>
      <Actions seq={seq} actions={actions} />
    </li>
  )
}
