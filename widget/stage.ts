import { createLauncher, dress, type Launcher } from './launcher.ts'
import type { Settings } from './settings.ts'

/** The launcher on the page, with everything that is set for it. */
export interface Stage extends Launcher {
  settings: Settings
  /** Looks at the page again: it may be another one now, where the widget is hidden or reads the other way. */
  look(): void
}

/** Where a page says that it has become another one. Each knows one of the two ways. */
export const changes = ['currententrychange', 'popstate']
export const route = (): EventTarget => window.navigation ?? window

export async function setStage(settings: Settings): Promise<Stage> {
  // An async script may run before there is a body; beside the body the host survives pages that swap it.
  if (!document.body) await new Promise(done => document.addEventListener('DOMContentLoaded', done))
  const launcher = createLauncher(settings)
  const { frame, root } = launcher
  const page = document.documentElement

  function look(): void {
    frame.dir = getComputedStyle(page).direction
    frame.hidden = !!settings.hiddenOn?.some(path => new RegExp(path).test(location.pathname))
    dress(frame, settings)
  }

  look()
  for (const change of changes) route().addEventListener(change, look)
  if (!settings.target) page.append(root.host)
  return { ...launcher, settings, look }
}
