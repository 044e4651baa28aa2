import { signal } from '@preact/signals-core'
import { savesData } from './state/saving.ts'

/** A part of the widget that is downloaded when something first looks for it. */
export interface Lazy<Part> {
  /** The part, or nothing yet: asking begins the download, and whoever drew without it draws again once it is there. */
  now(): Part | undefined
  /** Downloads it, unless that goes on. Nothing where that failed. */
  load(): Promise<Part | undefined>
  /** It may be wanted soon. */
  hint(): void
}

/** How long after a failed download the next one may begin, ms. */
const againMs = 5_000

/** `tries`: goes with the address, which is another each time: a browser may remember that one failed. */
export function lazy<Part>(download: (tries: string) => Promise<Part>): Lazy<Part> {
  const part = signal<Part | undefined>(undefined)
  const tries = signal('')
  let loading: Promise<Part | undefined> | undefined

  function load(tried = tries.peek()): Promise<Part | undefined> {
    loading ??= download(tried).then(
      loaded => (part.value = loaded),
      () => {
        setTimeout(() => {
          loading = undefined
          tries.value = `${tried}?`
        }, againMs)
        return undefined
      }
    )
    return loading
  }

  return {
    load,
    hint: () => void (savesData() || load()),
    now() {
      // Who draws without it draws again for the next try, and so asks for it.
      if (!part.value) void load(tries.value)
      return part.value
    }
  }
}
