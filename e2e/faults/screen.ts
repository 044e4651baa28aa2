import type { Memory } from '../../widget/connection/memory.ts'
import type { State } from '../../widget/connection/state.ts'
import { createEar } from './ear.ts'
import { openPage, type Page } from './page.ts'
import type { Random } from './random.ts'
import type { Finding, View } from './records.ts'
import { undeliveredIn, viewOf } from './view.ts'

const nothing: View = { conversation: undefined, epoch: '', lines: [] }

export interface ScreenOptions {
  visitor: number
  url: string
  site: string
  memory: Memory
  random: Random
}

/** What a visitor sees, over all the pages that come and go; every view it ever showed is kept for the check. */
export class Screen {
  readonly views: View[] = []
  readonly findings: Finding[] = []
  readonly failed = new Set<string>()
  readonly #options: ScreenOptions
  #page: Page
  #state: State | undefined
  #view: View = nothing
  #texts: ReadonlySet<string> = new Set()
  #undelivered: ReadonlySet<string> = new Set()
  #look: () => void = () => {}

  constructor(options: ScreenOptions) {
    this.#options = options
    this.#page = this.#load()
  }

  get page(): Page {
    return this.#page
  }

  get view(): View {
    return this.#view
  }

  /** Everything of the log is here, as far as the relay has told. */
  get whole(): boolean {
    return this.#state?.link.is === 'live' && this.#view.lines.length >= this.#state.view.head
  }

  shows(text: string): boolean {
    return this.#texts.has(text)
  }

  showsAsUndelivered(text: string): boolean {
    return this.#undelivered.has(text)
  }

  /** Until it shows that, or it is called off. One at a time. */
  until(isSo: () => boolean, off: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      this.#look = () => {
        if (!isSo() && !off.aborted) return
        this.#look = () => {}
        resolve()
      }
      off.addEventListener('abort', () => this.#look(), { once: true })
      this.#look()
    })
  }

  /** The page is gone, and what it showed; another one is loaded on the same storage. */
  reload(how: 'leave' | 'crash'): void {
    this.#page[how]()
    this.#throwAway()
    this.#page = this.#load()
  }

  #load(): Page {
    const { visitor, url, site, memory, random } = this.#options
    return openPage({
      url,
      site,
      memory,
      random,
      ear: () => createEar(visitor, finding => this.findings.push(finding)),
      onChange: state => this.#change(state)
    })
  }

  #change(state: State): void {
    const before = this.#state?.view
    this.#state = state
    for (const { frame, fate } of state.unsent)
      if (fate.is === 'failed') this.failed.add(`${frame.id} ${fate.why}`)
    if (state.view !== before) {
      const view = viewOf(state.view)
      if (view.lines.length < this.#view.lines.length) this.#throwAway()
      if (view.lines.length > this.#view.lines.length) this.#news(view)
      this.#view = view
    }
    this.#look()
  }

  #news({ lines }: View): void {
    this.#texts = new Set(lines.flatMap(({ text }) => text ?? []))
    this.#undelivered = undeliveredIn(lines)
    if (this.#options.random.chance(0.3)) this.#page.connection.seen(lines.length)
  }

  #throwAway(): void {
    if (this.#view.lines.length > 0) this.views.push(this.#view)
    this.#view = nothing
    this.#texts = new Set()
    this.#undelivered = new Set()
  }
}
