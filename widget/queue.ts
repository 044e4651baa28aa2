import type { Footbridge } from './api.ts'
import type { Settings } from './settings.ts'

/** A call that a page made: what, with what, and who waits for the answer. */
export type Call = [name: string, given: unknown[], answer: (value: unknown) => void]

/** A widget, as its launcher sees it. */
export interface Running {
  /** The visitor may be about to open it. */
  build(): void
  toggle(): Promise<void>
}

/** What a page called and nobody has done yet. */
export interface Queue extends Array<Call> {
  /** Somebody to look at it, after each call. */
  wake?(): void
  /** The widgets of this page, each by its target, or else by its site. */
  all?: Set<unknown>
  /** What the calls are about, once the core is there. */
  running?: Running
  /** Who does them. */
  begun?: Footbridge
}

/** A page, as far as a script cares that runs in it. */
export interface There {
  Footbridge?: (Footbridge | object) & { queue?: Queue }
}

/**
 * The calls for a widget with these settings: the page's own for its first widget, none for another; nothing at all
 * when there is one like it already. A script that is included twice is one widget.
 */
export function claim(page: There, { site, target }: Settings): Queue | undefined {
  // Kept by the page's own front or by one made now. An element with this id has none.
  const queue: Queue = page.Footbridge?.queue ?? []
  if (!page.Footbridge?.queue) page.Footbridge = createFront(queue)
  queue.all ??= new Set()
  const { all } = queue
  const others = all.size
  if (all.add(target ?? site).size === others) return undefined
  return others ? Object.assign([], { all }) : queue
}

/** Every name is a command that answers a promise; what can be taken back answers how, like the real one. */
export function createFront(queue: Queue): object {
  return new Proxy(queue, {
    get: (_, name: string) =>
      name === 'queue'
        ? queue
        : (...given: unknown[]) => {
            const answer = new Promise<() => void>(done => queue.push([name, given, done as Call[2]]))
            queue.wake?.()
            return /^(on|be)/.test(name) ? () => answer.then(off => off()) : answer
          }
  })
}
