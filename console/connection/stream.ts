import type { Told } from '../contract.ts'
import { createEventReader, type StreamEvent } from './event-stream.ts'
import { type Link, type LinkEffect, type LinkEvent, stepLink } from './link.ts'
import { eventsAfter } from './relay.ts'

/** What the stream needs of the browser. */
export interface StreamParts {
  fetch(path: string, init: RequestInit): Promise<Response>
  /** Calls back once, unless the answer is called before. */
  after(ms: number, run: () => void): () => void
  chance(): number
  /** The events of one piece of the stream, in order. */
  hear(told: readonly Told[]): void
  /** The stream is there, and goes on from where it was; if not, what was missed is to be asked for. */
  live(goesOn: boolean): void
  /** Nothing comes, and it has lasted; or it comes again. */
  trouble(lasting: boolean): void
  signedOut(): void
}

/** The relay says something every 15 s, if only that it is there. */
const silenceMs = 40_000
/** What is mended by then is not worth a word. */
const lastingMs = 4_000

/** Performs what `stepLink` says, with `fetch` rather than EventSource: that tells neither a status nor a silence. */
export class Stream {
  readonly #parts: StreamParts
  #link: Link = { is: 'off' }
  #place: string | undefined
  #opening: AbortController | undefined
  #cancelRest = () => {}
  #cancelSilence = () => {}
  #cancelWorry: (() => void) | undefined
  #isTold = false

  constructor(parts: StreamParts) {
    this.#parts = parts
  }

  start(): void {
    this.#hand({ is: 'start' })
  }
  stop(): void {
    this.#place = undefined
    this.#hand({ is: 'stop' })
  }
  /** The network may be back: no need to rest. */
  hurry(): void {
    this.#cancelRest()
    this.#hand({ is: 'due' })
  }

  #hand(event: LinkEvent): void {
    const [next, effects] = stepLink(this.#link, event, this.#parts.chance())
    this.#link = next
    this.#watchTrouble()
    for (const effect of effects) this.#perform(effect)
  }
  #perform(effect: LinkEffect): void {
    const { after, live, signedOut } = this.#parts
    if (effect.do === 'open') void this.#open()
    if (effect.do === 'close') this.#close()
    if (effect.do === 'rest') this.#cancelRest = after(effect.forMs, () => this.#hand({ is: 'due' }))
    if (effect.do === 'catchUp') live(this.#place !== undefined)
    if (effect.do === 'signedOut') signedOut()
  }
  #watchTrouble(): void {
    const isWell = this.#link.is === 'live' || this.#link.is === 'off'
    if (!isWell) this.#cancelWorry ??= this.#parts.after(lastingMs, () => this.#tellTrouble(true))
    if (!isWell || !this.#cancelWorry) return
    this.#cancelWorry()
    this.#cancelWorry = undefined
    if (this.#isTold) this.#tellTrouble(false)
  }
  #tellTrouble(lasting: boolean): void {
    this.#isTold = lasting
    this.#parts.trouble(lasting)
  }
  #close(): void {
    this.#cancelRest()
    this.#cancelSilence()
    this.#opening?.abort()
    this.#opening = undefined
  }
  async #open(): Promise<void> {
    const mine = new AbortController()
    this.#opening = mine
    const status = await this.#follow(mine.signal).catch(() => 0)
    // Another one may have been opened meanwhile; that this one ended is nobody's business then.
    if (this.#opening === mine) this.#hand({ is: 'lost', status })
  }
  /** Answers a status that is none of a stream, or 0 once it has ended. */
  async #follow(signal: AbortSignal): Promise<number> {
    const headers = { accept: 'text/event-stream' }
    const init: RequestInit = { signal, headers, credentials: 'same-origin', cache: 'no-store' }
    this.#listenForSilence()
    const response = await this.#parts.fetch(eventsAfter(this.#place), init)
    if (!response.ok || !response.body) return response.status
    this.#hand({ is: 'opened' })
    const heard: StreamEvent[] = []
    const take = createEventReader(event => heard.push(event))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      this.#listenForSilence()
      take(piece.value)
      this.#tell(heard.splice(0))
    }
    return 0
  }
  #listenForSilence(): void {
    this.#cancelSilence()
    this.#cancelSilence = this.#parts.after(silenceMs, () => this.#hand({ is: 'lost', status: 0 }))
  }
  #tell(heard: readonly StreamEvent[]): void {
    if (!heard.length) return
    this.#place = heard.findLast(({ id }) => id !== undefined)?.id ?? this.#place
    const told = heard.map(toldOf).filter(one => one !== undefined)
    this.#parts.hear(told)
    const bye = told.find(one => one.event === 'bye')
    if (bye) this.#hand({ is: 'bye', reason: bye.data.reason })
  }
}

const names: readonly string[] = ['entries', 'activity', 'people', 'bye'] satisfies Told['event'][]

/** Undefined for what this page does not know yet. The relay of this page is taken at its word. */
function toldOf({ event, data }: StreamEvent): Told | undefined {
  return names.includes(event) ? ({ event, data: JSON.parse(data) } as Told) : undefined
}
