import { useRef } from 'preact/hooks'
import { useChat } from '../context.ts'
import { Icon } from '../icon.tsx'
import { Bubble } from './bubble.tsx'
import { CardView } from './card.tsx'
import { placedCards } from './cards.ts'
import type { ContentProps } from './props.ts'

const cardPx = 232

/** Cards side by side. Arrows are for those who cannot swipe; Tab and the arrow keys do as well. */
export function Carousel({ content: { cards, text }, seq }: ContentProps<'carousel'>) {
  const { words } = useChat()
  const row = useRef<HTMLUListElement>(null)

  function turn(by: 1 | -1): void {
    const box = row.current
    const toLeft = box && getComputedStyle(box).direction === 'rtl' ? -1 : 1
    box?.scrollBy({ left: by * toLeft * cardPx })
  }

  return (
    <>
      <Bubble text={text} />
      <div class="carousel" role="group" aria-label={words.cards}>
        <ul ref={row} tabIndex={0} aria-label={words.cards}>
          {placedCards(cards).map(({ card, actions }, index) => (
            <CardView key={index} card={card} actions={actions} seq={seq} />
          ))}
        </ul>
        {cards.length > 1 && (
          <div class="turn">
            <button type="button" class="round" aria-label={words.previous} onClick={() => turn(-1)}>
              <Icon name="back" />
            </button>
            <button type="button" class="round" aria-label={words.next} onClick={() => turn(1)}>
              <Icon name="forth" />
            </button>
          </div>
        )}
      </div>
    </>
  )
}
