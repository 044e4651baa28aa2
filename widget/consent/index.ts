import type { Stage } from '../stage.ts'
import type { Words } from '../words/en.ts'
import { consentSheet } from './sheet.ts'

interface Asked {
  stage: Pick<Stage, 'root' | 'box' | 'settings'>
  words: Words
  signal: AbortSignal
  /** The visitor wants it away, and has not answered. */
  onClose(): void
}

/**
 * May anything be stored and connected? A visitor who agreed once in this browser is not asked again; what a visitor
 * declines is kept nowhere, and asked again when they open the chat again.
 */
export async function askConsent({ stage, words, signal, onClose }: Asked): Promise<boolean> {
  const { site, consent } = stage.settings
  if (!consent || hasAgreed(site)) return true
  const { dialog, yes, no } = draw(words, consent)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(consentSheet)
  stage.root.adoptedStyleSheets.push(sheet)
  stage.box.append(dialog)
  dialog.onkeydown = event => {
    if (event.key === 'Escape') onClose()
  }
  // What fills an element of the page is there without having been asked for.
  if (!stage.settings.target) dialog.focus({ preventScroll: true })
  const agreed = await new Promise<boolean>(answer => {
    yes.onclick = () => answer(true)
    no.onclick = () => answer(false)
    signal.addEventListener('abort', () => answer(false))
  })
  dialog.remove()
  stage.root.adoptedStyleSheets = stage.root.adoptedStyleSheets.filter(one => one !== sheet)
  if (agreed) keep(site)
  return agreed
}

function draw(
  { consent: words, locale, direction }: Words,
  { text, url }: { text: string; url?: string | undefined }
) {
  const dialog = make('div', {
    className: 'ask',
    role: 'dialog',
    ariaLabel: words.title,
    tabIndex: -1,
    lang: locale
  })
  dialog.dir = direction
  const said = make('p', { textContent: text, dir: 'auto' })
  const more = make('a', { textContent: words.more, href: url ?? '', target: '_blank', rel: 'noopener' })
  if (url && /^https?:/.test(more.href)) said.append(' ', more)
  const yes = make('button', { className: 'yes', textContent: words.agree })
  const no = make('button', { textContent: words.decline })
  const row = make('div', { className: 'row' })
  row.append(no, yes)
  dialog.append(said, row)
  return { dialog, yes, no }
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties)
}

const name = (site: string) => `footbridge:${site}:consent`

function hasAgreed(site: string): boolean {
  try {
    return localStorage.getItem(name(site)) !== null
  } catch {
    // A browser that keeps nothing asks each time.
    return false
  }
}

function keep(site: string): void {
  try {
    localStorage.setItem(name(site), '1')
  } catch {
    // Agreed for as long as the page lives.
  }
}
