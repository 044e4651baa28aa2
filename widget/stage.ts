import { createLauncher, dress, type Launcher } from './launcher.ts'
import type { Settings } from './settings.ts'

/** The launcher on the page, with everything that is set for it. */
export interface Stage extends Launcher {
  settings: Settings
  /** Where it stands in the page as that is now. */
  home(): Element | null | undefined
  /** Looks at the page again: it may be another one now, where the widget is hidden or reads the other way. */
  look(): void
  /** Looks whenever something beside head and body comes or goes. */
  watcher: MutationObserver
}

/** Where a page says that it has become another one. Each knows one of the two ways. */
export const changes = ['currententrychange', 'popstate']
export const route = (): EventTarget => window.navigation ?? window

export async function setStage(settings: Settings): Promise<Stage> {
  // An async script may run before there is a body; beside the body the host survives pages that swap it.
  if (!document.body) await new Promise(done => document.addEventListener('DOMContentLoaded', done))
  const launcher = createLauncher(settings)
  const { frame, root } = launcher
  const { host } = root
  // Where page and widget cannot agree, the page has the last word.
  let returns = 999

  function look(): void {
    const page = document.documentElement
    if (!host.isConnected && returns--) stage.home()?.append(host)
    frame.dir = getComputedStyle(page).direction
    frame.hidden = !!settings.hiddenOn?.some(path => new RegExp(path).test(location.pathname))
    dress(frame, settings)
    watcher.observe(document, { childList: true })
    watcher.observe(page, { childList: true })
  }

  const watcher = new MutationObserver(look)
  const stage: Stage = {
    ...launcher,
    settings,
    watcher,
    look,
    home: () => (settings.target ? undefined : document.documentElement)
  }
  look()
  for (const change of changes) route().addEventListener(change, look)
  return stage
}
