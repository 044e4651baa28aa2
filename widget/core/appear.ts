import type { Settings } from '../settings.ts'
import type { Stage } from '../stage.ts'
import type { Words } from '../words/en.ts'
import { besideTheLoader } from './beside.ts'
import type { Life } from './life.ts'

/** Named by the build, from the folder of the loader. */
declare const GREETINGS_FILE: string
declare const CONSENT_FILE: string

type Greetings = typeof import('../greetings/index.ts')
type Consent = typeof import('../consent/index.ts')

/** What a widget does by itself: one with a target fills it, one with greetings waits for their moment. */
export async function appear(stage: Stage, { signal, now, show }: Life): Promise<void> {
  const { settings, frame, button } = stage
  if (signal.aborted) return
  if (settings.target) {
    const { target } = settings
    // A selector finds its element in every page that this one becomes.
    stage.home = () => (target instanceof Element ? target : document.querySelector(target))
    if (!stage.home()) throw new Error('Footbridge: no target')
    stage.look()
    button.hidden = true
    frame.classList.add('inline')
    await show(true)
  } else if (settings.greetings?.length) {
    const { startGreetings }: Greetings = await besideTheLoader(GREETINGS_FILE)
    if (!signal.aborted) startGreetings({ stage, signal, isOpen: () => now.open, open: () => show(true) })
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
  const { askConsent }: Consent = await besideTheLoader(CONSENT_FILE)
  return askConsent({ stage, words: await warm(stage.settings), signal, onClose })
}
