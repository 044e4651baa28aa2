import type { ConversationId } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Aged, Retaining } from './retaining.ts'

/** A site that keeps nothing for ever. */
interface RetentionSite {
  site: string
  days: number
}

/** How far the erasing of a site's old conversations is. Times are ms since 1970. */
export interface RetentionView extends RetentionSite {
  state: 'waiting' | 'running' | 'failed'
  /** What was last used before this is erased; of the last round, or of the one that runs. */
  before?: number
  /** Conversations whose age was looked at in this round, and how many there are at least. */
  looked: number
  found: number
  /** Since the relay started. */
  erased: number
  startedAt?: number
  endedAt?: number
}

interface RetentionParts {
  store: Retaining
  clock: Clock
  log: Log
  sites: readonly RetentionSite[]
  /** These are gone from the store; once it resolves, so is what was theirs outside it. Never rejects. */
  gone(conversations: readonly ConversationId[]): Promise<void>
  meter: { erased(site: string, count: number): void; left(site: string, count: number): void }
}

const dayMs = 86_400_000
const everyMs = 3_600_000
/** Conversations looked at, and withdrawn, at once. */
const pageSize = 50
/** Rows changed at once: some ten milliseconds of the one writer. */
const sliceRows = 200
/** Between two slices everybody else has the store. */
const restMs = 25
const countAtMost = 100_000

/** Erases what sites no longer want to keep: at the start and every hour, a little at a time. */
export class Retention {
  readonly #parts: RetentionParts
  readonly #views: RetentionView[]
  readonly #stops: (() => void)[]
  #running = false
  #closed = false

  constructor(parts: RetentionParts) {
    this.#parts = parts
    this.#views = parts.sites.map(site => ({ ...site, state: 'waiting', looked: 0, found: 0, erased: 0 }))
    this.#stops = [parts.clock.every(everyMs, () => void this.run())]
  }

  view(): readonly Readonly<RetentionView>[] {
    return this.#views
  }

  /** One round over all sites, unless one is under way. What a round before left unfinished comes first. */
  async run(): Promise<void> {
    if (this.#running || this.#closed) return
    this.#running = true
    await this.#finish().catch(this.#fault)
    for (const view of this.#views) {
      await this.#round(view).catch((error: unknown) => {
        Object.assign(view, { state: 'failed', endedAt: this.#parts.clock.now() })
        this.#fault(error)
      })
    }
    this.#running = false
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
  }

  readonly #fault = (error: unknown): void => {
    this.#parts.log.error({ error: String(error) }, 'a fault while old conversations were erased')
  }

  async #round(view: RetentionView): Promise<void> {
    const { clock, store, log, meter } = this.#parts
    const { site, days, erased } = view
    const before = clock.now() - days * dayMs
    const found = await store.countAged(site, before, countAtMost)
    Object.assign(view, { state: 'running', before, looked: 0, found, startedAt: clock.now() })
    const whole = await this.#walk(view, before)
    meter.left(site, whole ? 0 : Math.max(0, view.found - view.looked))
    Object.assign(view, { state: whole ? 'waiting' : 'failed', endedAt: clock.now() })
    store.empty()
    if (view.erased > erased)
      log.info({ site, erased: view.erased - erased }, 'old conversations were erased')
  }

  /** What was withdrawn, by this process or the one before, and not erased to its end. */
  async #finish(): Promise<void> {
    await this.#clear()
    this.#parts.store.empty()
  }

  /** From the oldest on. False when it could not go on. */
  async #walk(view: RetentionView, before: number): Promise<boolean> {
    const { store, meter } = this.#parts
    let after: Aged | undefined
    for (;;) {
      const page = await store.aged(view.site, before, { after, limit: pageSize })
      after = page.at(-1)
      if (!after) return true
      if (!(await this.#letGo(view, page, before))) return false
      view.looked += page.length
      view.found = Math.max(view.found, view.looked)
      meter.left(view.site, view.found - view.looked)
      await this.#rest()
    }
  }

  async #letGo(view: RetentionView, page: readonly Aged[], before: number): Promise<boolean> {
    const { store, gone, meter } = this.#parts
    const old = page.filter(({ usedAt }) => usedAt < before).map(({ id }) => id)
    if (old.length === 0) return !this.#closed
    const withdrawn = this.#closed ? undefined : await store.withdraw(old, before)
    if (!withdrawn) return false
    await gone(withdrawn)
    view.erased += withdrawn.length
    meter.erased(view.site, withdrawn.length)
    return this.#clear()
  }

  /** False when it could not be done to the end. */
  async #clear(): Promise<boolean> {
    for (;;) {
      const { store, gone } = this.#parts
      const buried: ConversationId[] = []
      const more = this.#closed ? undefined : await store.clear(sliceRows, ids => void buried.push(...ids))
      if (buried.length > 0) await gone(buried)
      if (!more) return more === false
      await this.#rest()
    }
  }

  #rest(): Promise<void> {
    return new Promise(resolve => this.#parts.clock.after(restMs, resolve))
  }
}
