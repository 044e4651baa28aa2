import type { Desk } from '../state/desk.ts'
import { deedOf, type KeyDeed, type Press } from '../state/keys.ts'

interface KeyParts {
  desk: Desk
  run(deed: KeyDeed): void
  /** Whether it is a key of a page, which then has done what it stands for. */
  runOnPage(press: Press): boolean
}

/** These go on while they are held; the others are pressed once. */
const moves = /^[jk[\]]$/

/** Hears the keys that nothing else on the page has taken. */
export function listenToKeys({ desk, run, runOnPage }: KeyParts): void {
  let last: string | undefined
  document.addEventListener('keydown', event => {
    if (event.repeat && !moves.test(event.key)) {
      // Nor is it a letter where it has led to.
      if (event.key === last) event.preventDefault()
      return
    }
    last = undefined
    if (event.defaultPrevented || desk.screen.peek() !== 'desk' || desk.sheet.peek()) return
    const { key, ctrlKey: control, altKey, metaKey, isComposing } = event
    const press = { key, control, other: altKey || metaKey || isComposing, writing: isWriting(event.target) }
    const { keys } = desk.choices.peek()
    const isOfPage = keys && runOnPage(press)
    const deed = isOfPage ? undefined : deedOf(press, keys, desk.place.peek().page === 'desk')
    if (!isOfPage && !deed) return
    event.preventDefault()
    last = key
    if (deed) run(deed)
  })
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !/^(checkbox|radio|button)$/.test(target.type))
