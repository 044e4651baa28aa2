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
  const { host, root, frame, box, status, button, badge } = build()
  root.adoptedStyleSheets = [launcherSheet, colorSheet(color)].map(sheet)
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

function build() {
  const host = document.createElement('footbridge-chat')
  const root = host.attachShadow({ mode: 'open' })
  const box = make(document.createElement('div'), {})
  const status = make(document.createElement('div'), { class: 'status', role: 'status' })
  const badge = make(document.createElement('span'), { class: 'badge' })
  const button = make(
    document.createElement('button'),
    { class: 'launcher', type: 'button' },
    talk(),
    down(),
    badge
  )
  const { direction } = getComputedStyle(document.documentElement)
  const about = { class: 'fb', role: 'region', 'aria-label': words.region, lang: 'en', dir: direction }
  const frame = make(document.createElement('div'), about, box, status, button)
  root.append(frame)
  return { host, root, frame, box, status, button, badge }
}

function make<Made extends Element>(
  made: Made,
  attributes: Record<string, string>,
  ...children: Element[]
): Made {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

const svg = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name)

function icon(className: string, d: string): Element {
  const about = { class: className, viewBox: '0 0 24 24', 'aria-hidden': 'true' }
  return make(svg('svg'), about, make(svg('path'), { d }))
}

const down = () => icon('down', 'M6 9l6 6 6-6')
const talk = () => icon('talk', 'M12 4c5 0 9 3 9 7s-4 8-9 8c-1 0-2 0-3-.5L4 20l1-3c-1-2-2-3-2-6 0-4 4-7 9-7z')

/** An async script may run before there is a body; beside the body the host survives pages that swap it. */
function whenBody(run: () => void): void {
  if (document.body) run()
  else document.addEventListener('DOMContentLoaded', run, { once: true })
}

function sheet(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet()
  made.replaceSync(text)
  return made
}
