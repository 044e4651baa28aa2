import type { Desk } from '../state/desk.ts'
import { deedOf, type KeyDeed, type Press } from '../state/keys.ts'

interface KeyParts {
  desk: Desk
  run(deed: KeyDeed): void
  /** Whether it is a key of a page, which then has done what it stands for. */
  runOnPage(press: Press): boolean
}

/** Hears the keys that nothing else on the page has taken. */
export function listenToKeys({ desk, run, runOnPage }: KeyParts): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || desk.screen.peek() !== 'desk' || desk.sheet.peek()) return
    const { key, ctrlKey: control, altKey, metaKey, isComposing } = event
    const press = { key, control, other: altKey || metaKey || isComposing, writing: isWriting(event.target) }
    const { keys } = desk.choices.peek()
    if (keys && runOnPage(press)) {
      event.preventDefault()
      return
    }
    const deed = deedOf(press, keys, desk.place.peek().page === 'desk')
    if (!deed) return
    event.preventDefault()
    run(deed)
  })
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type))
