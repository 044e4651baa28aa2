import type { BrowserContext } from '@playwright/test'

/** What a browser did to be noticed, in all its pages: each note of a sound, each notification, each question for leave. */
export interface Bells {
  rung: string[]
}

/** Two make a sound. */
export const sound = ['note', 'note']

/** Watches; the browser does as it always does. */
export async function watchBells(context: BrowserContext): Promise<Bells> {
  const rung: string[] = []
  await context.exposeFunction('rang', (what: string) => rung.push(what))
  await context.addInitScript(() => {
    const rang = (what: string) => Reflect.get(window, 'rang')(what)
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...when) {
      rang('note')
      start.apply(this, when)
    }
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        rang(title)
      }
      static override requestPermission() {
        rang('leave?')
        return super.requestPermission()
      }
    }
  })
  return { rung }
}
