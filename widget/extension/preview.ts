import type { EarlySite } from '#shared/site.ts'
import { enter } from '../enter.ts'
import type { Files } from '../files.ts'
import type { Queue } from '../queue.ts'

/** What the popup tells the page: whose widget, from which relay, and by which code. */
export interface Preview {
  src: string
  site: string
  preview: string
  early: EarlySite
}

/** What runs on the page for as long as the preview does. */
interface Running {
  start(preview: Preview): Promise<string>
  stop(): Promise<void>
  /** What the page's own policy kept the widget from. */
  blocked(): readonly string[]
}

declare global {
  // Only a `var` is a property of the page's global object.
  var footbridgePreview: Running | undefined
}

/** Everything is in this one file: a page's policy has nothing to say about it, and nothing is fetched to be run. */
const files: Files = { core: () => import('../core/index.ts'), chat: () => import('../chat.tsx') }

function createPreview(): Running {
  const queue: Queue = Object.assign([], { all: new Set() })
  const kept = keptBefore()
  const blocked = new Set<string>()
  const ears = new AbortController()
  const { signal } = ears

  async function stop(): Promise<void> {
    ears.abort()
    Reflect.deleteProperty(globalThis, 'footbridgePreview')
    await new Promise<void>(done => {
      queue.push(['destroy', [], () => done()])
      queue.wake?.()
    })
    kept.forgetTheRest()
  }

  return {
    async start({ early, ...settings }) {
      const { host } = new URL(settings.src)
      const note = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
        if (blockedURI.includes(host)) blocked.add(effectiveDirective)
      }
      document.addEventListener('securitypolicyviolation', note, { signal })
      // The preview is of this page, and ends with it.
      addEventListener('pagehide', () => void stop(), { signal })
      enter({ ...early, ...settings }, files, queue)
      return 'started'
    },
    stop,
    blocked: () => [...blocked]
  }
}

/** What a page's storage held before, by its names; a page may have denied it. */
function keptBefore() {
  const shelves = [() => localStorage, () => sessionStorage].flatMap(open => {
    try {
      const shelf = open()
      return [{ shelf, before: new Set(Object.keys(shelf)) }]
    } catch {
      return []
    }
  })
  return {
    forgetTheRest() {
      for (const { shelf, before } of shelves) {
        const ours = Object.keys(shelf).filter(key => key.startsWith('footbridge') && !before.has(key))
        for (const key of ours) shelf.removeItem(key)
      }
    }
  }
}

globalThis.footbridgePreview ??= createPreview()
