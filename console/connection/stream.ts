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

export interface Stream {
  start(): void
  stop(): void
  /** The network may be back: no need to rest. */
  hurry(): void
}

/** The relay says something every 15 s, if only that it is there. */
const silenceMs = 40_000
/** What is mended by then is not worth a word. */
const lastingMs = 4_000

/** Performs what `stepLink` says, with `fetch` rather than EventSource: that tells neither a status nor a silence. */
export function createStream(parts: StreamParts): Stream {
  let link: Link = { is: 'off' }
  let place: string | undefined
  let opening: AbortController | undefined
  let cancelRest = () => {}
  let cancelSilence = () => {}
  let cancelWorry: (() => void) | undefined
  let isTold = false

  function hand(event: LinkEvent): void {
    const [next, effects] = stepLink(link, event, parts.chance())
    link = next
    watchTrouble()
    for (const effect of effects) perform(effect)
  }
  function perform(effect: LinkEffect): void {
    if (effect.do === 'open') void open()
    if (effect.do === 'close') close()
    if (effect.do === 'rest') cancelRest = parts.after(effect.forMs, () => hand({ is: 'due' }))
    if (effect.do === 'catchUp') parts.live(place !== undefined)
    if (effect.do === 'signedOut') parts.signedOut()
  }
  function watchTrouble(): void {
    const isWell = link.is === 'live' || link.is === 'off'
    if (!isWell) cancelWorry ??= parts.after(lastingMs, () => tellTrouble(true))
    if (!isWell || !cancelWorry) return
    cancelWorry()
    cancelWorry = undefined
    if (isTold) tellTrouble(false)
  }
  function tellTrouble(lasting: boolean): void {
    isTold = lasting
    parts.trouble(lasting)
  }
  function close(): void {
    cancelRest()
    cancelSilence()
    opening?.abort()
    opening = undefined
  }
  async function open(): Promise<void> {
    const mine = new AbortController()
    opening = mine
    const status = await follow(mine.signal).catch(() => 0)
    // Another one may have been opened meanwhile; that this one ended is nobody's business then.
    if (opening === mine) hand({ is: 'lost', status })
  }
  /** Answers a status that is none of a stream, or 0 once it has ended. */
  async function follow(signal: AbortSignal): Promise<number> {
    const headers = { accept: 'text/event-stream' }
    const init: RequestInit = { signal, headers, credentials: 'same-origin', cache: 'no-store' }
    listenForSilence()
    const response = await parts.fetch(eventsAfter(place), init)
    if (!response.ok || !response.body) return response.status
    hand({ is: 'opened' })
    const heard: StreamEvent[] = []
    const take = createEventReader(event => heard.push(event))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      listenForSilence()
      take(piece.value)
      tell(heard.splice(0))
    }
    return 0
  }
  function listenForSilence(): void {
    cancelSilence()
    cancelSilence = parts.after(silenceMs, () => hand({ is: 'lost', status: 0 }))
  }
  function tell(heard: readonly StreamEvent[]): void {
    if (!heard.length) return
    place = heard.findLast(({ id }) => id !== undefined)?.id ?? place
    const told = heard.map(toldOf).filter(one => one !== undefined)
    parts.hear(told)
    const bye = told.find(one => one.event === 'bye')
    if (bye) hand({ is: 'bye', reason: bye.data.reason })
  }

  return {
    start: () => hand({ is: 'start' }),
    stop() {
      place = undefined
      hand({ is: 'stop' })
    },
    hurry() {
      cancelRest()
      hand({ is: 'due' })
    }
  }
}

const names: readonly string[] = ['entries', 'activity', 'people', 'bye'] satisfies Told['event'][]

/** Undefined for what this page does not know yet. The relay of this page is taken at its word. */
function toldOf({ event, data }: StreamEvent): Told | undefined {
  return names.includes(event) ? ({ event, data: JSON.parse(data) } as Told) : undefined
}
