import type { Stage } from '../stage.ts'
import { greetingSheet } from './sheet.ts'

/** A few words beside the launcher. It is read out when it comes, and takes no focus. */
export interface Bubble {
  isShown(): boolean
  show(text: string, then: { open(): void; close(): void }): void
}

export function draw({ root, box, frame, settings, button: launcher }: Stage, signal: AbortSignal): Bubble {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(greetingSheet)
  root.adoptedStyleSheets.push(sheet)
  // There before it speaks, so that it is heard when it does.
  const teaser = Object.assign(document.createElement('div'), { className: 'teaser', role: 'status' })
  box.before(teaser)
  // Whoever came by themselves, or wants nothing here, is not greeted afterwards.
  const ways = new MutationObserver(() => {
    if (launcher.hidden || frame.classList.contains('open')) teaser.replaceChildren()
  })
  for (const one of [launcher, frame]) ways.observe(one, { attributeFilter: ['class', 'hidden'] })
  signal.addEventListener('abort', () => {
    ways.disconnect()
    teaser.remove()
  })
  const away = settings.texts?.['greeting.close'] ?? 'Close'

  return {
    isShown: () => teaser.hasChildNodes(),
    show(text, { open, close }) {
      const words = make({ textContent: text, dir: 'auto' })
      const cross = make({ textContent: '×', className: 'away', ariaLabel: away })
      words.onclick = () => {
        teaser.replaceChildren()
        open()
      }
      cross.onclick = () => {
        teaser.replaceChildren()
        launcher.focus()
        close()
      }
      teaser.onkeydown = event => {
        if (event.key === 'Escape') cross.click()
      }
      teaser.replaceChildren(words, cross)
    }
  }
}

const make = (properties: Partial<HTMLButtonElement>) =>
  Object.assign(document.createElement('button'), { type: 'button' as const }, properties)
