import type { Card, Content } from '#shared/content.ts'
import type { Chat } from '../../state/chat.ts'
import { type Placed, placed } from '../../state/placed.ts'
import { Actions } from '../actions.tsx'
import type { ContentProps } from '../content-props.ts'
import { Img } from './image.tsx'

/** Cards one below the other. */
export function Cards({ chat, content, seq }: ContentProps<'list'>) {
  return (
    <ul class="list" aria-label={chat.words.cards}>
      {cardsOf(chat, content, seq)}
    </ul>
  )
}

export function cardsOf(chat: Chat, content: Extract<Content, { cards: unknown }>, seq: number) {
  const actions = placed(content)
  return content.cards.map((card, index) => cardView(chat, card, seq, actions[index] ?? []))
}

function cardView(chat: Chat, { title, text, image }: Card, seq: number, taps: readonly Placed[]) {
  return (
    <li class="card">
      {image && <Img chat={chat} image={image} />}
      <div class="words" dir="auto">
        <p class="name">{title}</p>
        {text}
      </div>
      <Actions chat={chat} seq={seq} actions={taps} />
    </li>
  )
}
