import type { Card } from '#shared/content.ts'
import type { Placed } from '../actions.tsx'

/** Each card with its actions, placed as `actionsOf` counts them. */
export function placedCards(cards: readonly Card[]): { card: Card; actions: Placed[] }[] {
  let place = 0
  return cards.map(card => ({ card, actions: card.actions.map(action => ({ action, place: place++ })) }))
}
