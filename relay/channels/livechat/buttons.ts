import type { Action } from '#shared/content.ts'

/** A button as LiveChat has it: `type` and `value` come together. */
export interface Button {
  type: 'message' | 'url' | 'phone'
  text: string
  value: string
  target?: 'new'
  postback_id: string
  user_ids: readonly string[]
}

/** Has it a button? What nobody could tap is named in words instead. */
export const isShown = ({ kind }: Action): boolean => kind !== 'inert'

/** `first`: the place of the first of them in `actionsOf(content)`. A click comes back with the entry and the place. */
export function buttonsOf(actions: readonly Action[] = [], seq: number, first: number): readonly Button[] {
  return actions.flatMap((action, i) => {
    const button = buttonOf(action)
    return button ? [{ ...button, postback_id: `${seq}.${first + i}`, user_ids: [] }] : []
  })
}

function buttonOf(action: Action): Pick<Button, 'type' | 'text' | 'value' | 'target'> | undefined {
  switch (action.kind) {
    // What the visitor is then shown to have said is the text, whatever the value is.
    case 'reply':
    case 'postback':
      return { type: 'message', text: named(action.label), value: named(action.label) }
    case 'link':
      return action.url.startsWith('tel:')
        ? { type: 'phone', text: named(action.label), value: action.url.slice('tel:'.length) }
        : { type: 'url', text: named(action.label), value: action.url, target: 'new' }
    case 'inert':
      return undefined
    default:
      return action satisfies never
  }
}

const named = (label: string): string => label || '…'
