import type { Settings } from '../settings.ts'
import type { Stage } from '../stage.ts'
import type { Words } from '../words/en.ts'

/** Named by the build, from the folder of the loader. */
declare const GREETINGS_FILE: string
declare const CONSENT_FILE: string

type Greetings = typeof import('../greetings/index.ts')
type Consent = typeof import('../consent/index.ts')

/** Here, in two steps: of an address in one, vite would make a file of its own. */
const { url: here } = import.meta
const fromLoader = (file: string) => new URL(`../${file}`, here).href

interface Panel {
  isOpen(): boolean
  show(open: boolean): Promise<void>
}

/** What a widget does by itself: one with a target fills it, one with greetings waits for their moment. */
export async function appear(stage: Stage, signal: AbortSignal, { isOpen, show }: Panel): Promise<void> {
  const { settings, root, frame, button } = stage
  if (settings.target) {
    const { target } = settings
    const place = target instanceof Element ? target : document.querySelector(target)
    if (!place) throw new Error('Footbridge: no such target')
    place.append(root.host)
    button.hidden = true
    frame.classList.add('inline')
    await show(true)
  } else if (settings.greetings?.length) {
    const { startGreetings }: Greetings = await import(/* @vite-ignore */ fromLoader(GREETINGS_FILE))
    if (!signal.aborted) startGreetings({ stage, signal, isOpen, open: () => show(true) })
  }
}

interface Asking {
  stage: Stage
  warm(settings: Settings): Promise<Words>
  signal: AbortSignal
  onClose(): void
}

/** The visitor is asked where the site wants that. */
export async function mayBegin({ stage, warm, signal, onClose }: Asking): Promise<boolean> {
  if (!stage.settings.consent) return true
  const { askConsent }: Consent = await import(/* @vite-ignore */ fromLoader(CONSENT_FILE))
  return askConsent({ stage, words: await warm(stage.settings), signal, onClose })
}
