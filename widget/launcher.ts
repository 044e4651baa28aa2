import { launcherSheet } from './launcher-sheet.ts'
import type { Settings } from './settings.ts'
import { launcherWords as words } from './words/launcher.ts'

/** What stands on the page before anybody wants the chat. */
export interface Launcher {
  root: ShadowRoot
  /** Everything inside the root: what is set here holds for launcher and panel. */
  frame: HTMLElement
  /** Where the chat draws its panel: before the launcher, so that Tab goes from the panel to the button. */
  box: HTMLElement
  button: HTMLButtonElement
}

export function createLauncher({ launcher, texts }: Settings): Launcher {
  const root = make('footbridge-chat').attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherSheet)
  root.adoptedStyleSheets = [sheet]
  const box = make('div')
  const label = launcher?.label ?? ''
  const button = make('button', {
    className: 'launcher',
    textContent: label,
    ariaLabel: label || texts?.['launcher.open'] || words.open,
    ariaExpanded: 'false',
    ariaLive: 'polite',
    hidden: !!launcher?.hidden
  })
  const frame = make('section', { className: 'fb', ariaLabel: words.region, lang: 'en' })
  frame.append(box, button)
  root.append(frame)
  return { root, frame, box, button }
}

/** Colour, theme and place, as they are from now on. What the browser does not understand is as if nobody said it. */
export function dress({ style, dir }: HTMLElement, { color = '', theme, position }: Settings): void {
  const { side = 'end', x = 20, y = 20 } = position ?? {}
  const isLeft = side === 'left' || side === (dir === 'rtl' ? 'end' : 'start')
  const accent = CSS.supports('color', color) ? color : '#2456e6'
  // As left and right: a panel may be read the other way than its page, and stands at its launcher all the same.
  const inset = isLeft ? `auto auto ${y}px ${x}px` : `auto ${x}px ${y}px auto`
  // Any word is a colour scheme to CSS, and one that it does not know is as good as `light`.
  const scheme = theme === 'light' || theme === 'dark' ? theme : 'light dark'
  style.cssText = `color-scheme:${scheme};--accent:var(--footbridge-color,${accent});--y:${y}px;--inset:${inset}`
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties?: Partial<HTMLElementTagNameMap[Tag]>
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties)
}

declare global {
  interface HTMLElementTagNameMap {
    'footbridge-chat': HTMLElement
  }
}
