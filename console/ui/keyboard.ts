import type { Desk } from '../state/desk.ts'
import { deedOf, type KeyDeed } from '../state/keys.ts'

interface KeyParts {
  desk: Desk
  run(deed: KeyDeed): void
}

/** Hears the keys that nothing else on the page has taken. */
export function listenToKeys({ desk, run }: KeyParts): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || desk.screen.peek() !== 'desk' || desk.sheet.peek()) return
    const { key, ctrlKey: control, altKey, metaKey, isComposing } = event
    const press = { key, control, other: altKey || metaKey || isComposing, writing: isWriting(event.target) }
    const where = {
      operator: desk.me.peek()?.role === 'operator',
      page: desk.place.peek().page !== 'desk'
    }
    const deed = deedOf(press, desk.choices.peek().keys, where)
    if (!deed) return
    event.preventDefault()
    run(deed)
  })
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type))
