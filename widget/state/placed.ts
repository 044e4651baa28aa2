import type { Action, Content } from '#shared/content.ts'

/** An action and its place in `actionsOf` its content. */
export interface Placed {
  action: Action
  place: number
}

/** The actions of each card, and last the content's own, counted through as `actionsOf` does. */
export function placed(content: Content): Placed[][] {
  let place = 0
  const cards = 'cards' in content ? content.cards : []
  return [...cards, content].map(({ actions = [] }) => actions.map(action => ({ action, place: place++ })))
}
