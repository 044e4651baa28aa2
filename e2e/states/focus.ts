import type { Page } from '@playwright/test'

/** Where the keyboard is in the chat. */
export interface Focus {
  what: string
  /** There is a mark of it to see. */
  marked: boolean
  /** Something of it is on the screen, and nothing lies over all of it. */
  shown: boolean
}

/** Where the keyboard is; nothing, when that is outside the chat. */
export const focusOf = (page: Page): Promise<Focus | undefined> => page.evaluate(focusInPage)

/** The same, asked in the page itself. */
export function focusInPage(): Focus | undefined {
  const root = document.querySelector('footbridge-chat')?.shadowRoot
  const focused = root?.activeElement
  if (!root || !focused) return undefined
  const marks = [focused, focused.closest('label'), focused.closest('.write')].filter(one => one !== null)
  const marked = marks.some(one => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (
      (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
      (one.matches('.write') && boxShadow !== 'none')
    )
  })
  const box = (focused.closest('label') ?? focused).getBoundingClientRect()
  const within = (at: number, edge: number) => Math.max(1, Math.min(at, edge - 1))
  const [left, right] = [within(box.left + 2, innerWidth), within(box.right - 2, innerWidth)]
  const [top, bottom] = [within(box.top + 2, innerHeight), within(box.bottom - 2, innerHeight)]
  const across = [left, (left + right) / 2, right]
  const shown = [top, (top + bottom) / 2, bottom].some(y =>
    across.some(x => {
      const hit = root.elementFromPoint(x, y)
      return !!hit && (focused.contains(hit) || !!hit.closest('label')?.contains(focused))
    })
  )
  const words = focused.ariaLabel ?? focused.textContent?.slice(0, 40)
  return { what: `${focused.localName}.${focused.className} ${words}`, marked, shown }
}

/** Every stop of Tab from here until it leaves the chat; a chat that it cannot leave is a trap. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus[]> {
  const stops: Focus[] = []
  for (let step = 0; step < 60; step += 1) {
    const focus = await focusOf(page)
    if (!focus) return stops
    stops.push(focus)
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not leave the chat: ${stops.map(({ what }) => what).join(', ')}`)
}
