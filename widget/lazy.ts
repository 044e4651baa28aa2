import { signal } from '@preact/signals-core'
import { savesData } from './state/saving.ts'

/** A part of the widget that is downloaded when something first looks for it. */
export interface Lazy<Part> {
  /** The part, or nothing yet: asking begins the download, and whoever drew without it draws again once it is there. */
  now(): Part | undefined
  load(): Promise<Part | undefined>
  /** It may be wanted soon. */
  hint(): void
}

/** How long after a failed download the next one may begin, ms. */
const againMs = 5_000

export function lazy<Part>(download: () => Promise<Part>): Lazy<Part> {
  const part = signal<Part | undefined>(undefined)
  let loading: Promise<Part | undefined> | undefined

  function load(): Promise<Part | undefined> {
    loading ??= download().then(
      loaded => {
        part.value = loaded
        return loaded
      },
      () => {
        setTimeout(() => {
          loading = undefined
        }, againMs)
        return undefined
      }
    )
    return loading
  }

  return {
    load,
    hint() {
      if (!savesData()) void load()
    },
    now() {
      if (!part.value) void load()
      return part.value
    }
  }
}
