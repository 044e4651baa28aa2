import type { Action, Content } from './content.ts'

/** Every action of a content in the one order both ends count by: its cards' first, then its own. */
export function actionsOf(content: Content): readonly Action[] {
  const onCards = 'cards' in content ? content.cards.flatMap(card => card.actions) : []
  return [...onCards, ...(content.actions ?? [])]
}
