import { colorSheet } from './color.ts'
import { launcherSheet } from './launcher-sheet.ts'
import { launcherWords as words } from './words/launcher.ts'

export interface Launcher {
  root: ShadowRoot
  /** Where the chat draws its panel: before the launcher, so that Tab goes from the panel to the button. */
  box: HTMLElement
  setOpen(open: boolean): void
  setUnread(count: number): void
  /** Says that the chat could not be loaded. */
  complain(): void
  focus(): void
  remove(): void
}

interface Options {
  color: string | undefined
  onToggle(): void
  onIntent(): void
}

export function createLauncher({ color, onToggle, onIntent }: Options): Launcher {
  const host = document.createElement('footbridge-chat')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [launcherSheet, colorSheet(color)].map(sheet)
  const box = element('div', 'box')
  const status = element('div', 'status', { role: 'status' })
  const badge = element('span', 'badge')
  const button = element(
    'button',
    'launcher',
    { type: 'button' },
    icon('talk', talkPath),
    icon('down', downPath),
    badge
  )
  const { direction } = getComputedStyle(document.documentElement)
  const frame = element('div', 'fb', {
    role: 'region',
    'aria-label': words.region,
    lang: 'en',
    dir: direction
  })
  frame.append(box, status, button)
  root.append(frame)
  button.onclick = onToggle
  button.onpointerenter = button.onfocus = button.ontouchstart = onIntent

  const now = { open: false, unread: 0 }
  function draw(next: Partial<typeof now>): void {
    const { open, unread } = Object.assign(now, next)
    const closed = unread ? words.unread(unread) : words.open
    button.ariaLabel = open ? words.close : closed
    button.ariaExpanded = String(open)
    badge.textContent = open || !unread ? '' : String(Math.min(unread, 99))
    frame.classList.toggle('open', open)
    status.textContent = ''
  }
  draw({})
  whenBody(() => document.documentElement.append(host))

  return {
    root,
    box,
    setOpen: open => draw({ open }),
    setUnread: unread => draw({ unread }),
    complain() {
      status.textContent = words.broken
    },
    focus: () => button.focus(),
    remove: () => host.remove()
  }
}

/** An async script may run before there is a body; beside the body the host survives pages that swap it. */
function whenBody(run: () => void): void {
  if (document.body) run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}

function element<Name extends 'div' | 'button' | 'span'>(
  name: Name,
  className: string,
  attributes: Record<string, string> = {},
  ...children: Element[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries({ class: className, ...attributes }))
    made.setAttribute(key, value)
  made.append(...children)
  return made
}

function icon(className: string, path: string): SVGElement {
  const svg = document.createElementNS(svgNames, 'svg')
  const line = document.createElementNS(svgNames, 'path')
  svg.setAttribute('class', className)
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.ariaHidden = 'true'
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(text)
  return made
}

const svgNames = 'http://www.w3.org/2000/svg'
const talkPath =
  'M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4L4.5 20.5l.9-3.6C3.9 15.5 3 13.5 3 11.2c0-4.3 4-7.7 9-7.7z'
const downPath = 'M6 9.5l6 6 6-6'
