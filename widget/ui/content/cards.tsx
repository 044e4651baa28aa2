import type { Card } from '#shared/content.ts'
import { webUrl } from '../../state/links.ts'
import { type Placed, placed } from '../../state/placed.ts'
import { Actions } from '../actions.tsx'
import { Img } from './image.tsx'
import type { ContentProps } from './props.ts'

/** Cards side by side (a carousel), or one below the other (a list). */
export function Cards({ chat, content, seq }: ContentProps<'carousel' | 'list'>) {
  const actions = placed(content)
  const { kind, cards } = content

  function view({ title, text, image }: Card, taps: readonly Placed[]) {
    const picture = image && webUrl(image.url)
    return (
      <li class="card">
        {picture && <Img url={picture} alt={image.alt ?? ''} />}
        <div class="words" dir="auto">
          <p class="name">{title}</p>
          {text}
        </div>
        <Actions chat={chat} seq={seq} actions={taps} />
      </li>
    )
  }

  // What scrolls must be reachable by keyboard.
  return (
    <ul class={kind} tabIndex={kind === 'carousel' ? 0 : undefined} aria-label={chat.words.cards}>
      {cards.map((card, index) => view(card, actions[index] ?? []))}
    </ul>
  )
}
