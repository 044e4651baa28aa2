import { Bubble } from './bubble.tsx'
import { CardView } from './card.tsx'
import { placedCards } from './cards.ts'
import type { ContentProps } from './props.ts'

export function List({ content: { cards, text }, seq }: ContentProps<'list'>) {
  return (
    <>
      <Bubble text={text} />
      <ul class="list">
        {placedCards(cards).map(({ card, actions }, index) => (
          <CardView key={index} card={card} actions={actions} seq={seq} />
        ))}
      </ul>
    </>
  )
}
