import type { Events, Footbridge } from '../api.ts'

export type Emit = <Name extends keyof Events>(name: Name, detail: Events[Name]) => void

/** Tells the page. What a listener throws is the page's own affair: it is reported, and the others are told. */
export function createEvents(): { emit: Emit; on: Footbridge['on'] } {
  const target = new EventTarget()
  return {
    emit: (name, detail) => target.dispatchEvent(new CustomEvent(name, { detail })),
    on(name, listener) {
      const heard = (event: Event) => listener((event as CustomEvent).detail)
      target.addEventListener(name, heard)
      return () => target.removeEventListener(name, heard)
    }
  }
}
