import type { EarlySite } from '#shared/site.ts'
import { enter } from './enter.ts'
import { filesIn, findEarly } from './files.ts'
import { claim } from './queue.ts'
import { readSettings, type Settings } from './settings.ts'

/** Named by the build. */
declare const CORE_FILE: string
declare const CHAT_FILE: string
/** The relay writes the early settings of one site in its place; where it did not, it is only a text. */
declare const EARLY_SITE: Partial<EarlySite>

// A classic script knows its own tag, and only such a script does.
const script = document.currentScript as HTMLScriptElement | null
if (script) begin(readSettings(script)).catch(console.warn)

async function begin(settings: Settings): Promise<void> {
  const { src, site } = settings
  const queue = claim(window, settings)
  const base = String(new URL('.', src))
  const load = filesIn(base)
  if (!queue) return
  // What the page says stands before what its site says.
  const all = { ...(await findEarly(site, EARLY_SITE, file => base + file)), ...settings }
  enter(all, { core: () => load(CORE_FILE), chat: () => load(CHAT_FILE) }, queue)
}
