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

export function setStage(settings: Settings): Stage {
  const launcher = createLauncher(settings)
  const { frame, root } = launcher
  // Where page and widget cannot agree, the page has the last word.
  let returns = 999

  function look(): void {
    const page = document.documentElement
    // A script may run before there is a body; beside the body the host survives pages that swap it.
    if (document.body && !root.host.isConnected && returns--) stage.home()?.append(root.host)
    frame.dir = getComputedStyle(page).direction
    frame.hidden = !!settings.hiddenOn?.some(path => location.pathname.match(path))
    dress(frame, settings)
    for (const one of [document, page]) watcher.observe(one, { childList: true })
  }

  const watcher = new MutationObserver(look)
  const home = () => (settings.target ? undefined : document.documentElement)
  const stage: Stage = { ...launcher, settings, watcher, look, home }
  look()
  // Where a page says that it has become another one; not every browser knows the first.
  window.navigation?.addEventListener('currententrychange', look)
  addEventListener('popstate', look)
  return stage
}
