import type { ServerResponse } from 'node:http'
import type { Clock } from '../../lib/clock.ts'
import type { Feed } from './feed.ts'
import { eventOf, placeOf } from './frames.ts'
import { Outlet } from './outlet.ts'
import { Reader } from './reader.ts'

interface StreamParts {
  account: string
  feed: Feed
  clock: Clock
  response: ServerResponse
  mayStay(): Promise<boolean>
  onFault: (error: unknown) => void
  /** Who is here, as an event. */
  peopleNow(): string
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that collects what it passes on would make it late.
  'x-accel-buffering': 'no',
  // Nothing comes after it on this connection: when it ends, so does that.
  connection: 'close'
}
const retryMs = 1_000
const breathEveryMs = 15_000
/** Whoever has read nothing for so long is gone, or as good as. */
const stuckMs = 30_000

/** What one open console is told. */
export class Stream {
  readonly account: string
  readonly #parts: StreamParts
  readonly #outlet: Outlet
  #reader: Reader | undefined
  #stopListening: (() => void) | undefined
  #stopped = false
  #breathAt: number
  /** The list of people changed while there was no room for it. */
  #peopleDue = false

  constructor(parts: StreamParts) {
    this.account = parts.account
    this.#parts = parts
    this.#outlet = new Outlet(parts.response, parts.clock)
    this.#breathAt = parts.clock.now() + breathEveryMs
  }

  /** `place`: the last that the browser has. */
  begin(place: Promise<number>): void {
    this.#begin(place).catch((error: unknown) => {
      this.#parts.onFault(error)
      this.#outlet.cut()
    })
  }

  async #begin(place: Promise<number>): Promise<void> {
    const { response, feed, onFault } = this.#parts
    response.writeHead(200, headers)
    const after = await place
    // Before anything has come, the browser knows where it is.
    void this.#outlet.write(`retry: ${retryMs}\n${placeOf(after)}\n`)
    this.tellPeople()
    const reader = new Reader({ feed, outlet: this.#outlet, after, onFault })
    const stopListening = await feed.listen(page => reader.hear(page))
    if (this.#stopped) return stopListening()
    this.#reader = reader
    this.#stopListening = stopListening
    reader.catchUp()
  }

  /** Activity is not for later. */
  say(text: string): void {
    this.#outlet.say(text)
  }

  tellPeople(): void {
    this.#peopleDue = this.#outlet.stuckSince !== undefined
    if (!this.#peopleDue) this.say(this.#parts.peopleNow())
  }

  /** Every now and then: may they stay, and are they there? */
  look(): void {
    const { clock, mayStay, onFault } = this.#parts
    const now = clock.now()
    const { stuckSince } = this.#outlet
    if (stuckSince !== undefined && now - stuckSince >= stuckMs) return this.#outlet.cut()
    if (this.#peopleDue) this.tellPeople()
    if (now >= this.#breathAt) {
      this.#breathAt = now + breathEveryMs
      this.say(': still here\n\n')
    }
    mayStay().then(may => {
      if (!may) this.end('signedOut')
    }, onFault)
  }

  end(reason: 'signedOut' | 'closing'): void {
    this.stop()
    this.#outlet.end(eventOf('bye', { reason }))
  }

  stop(): void {
    this.#stopped = true
    this.#reader?.stop()
    this.#stopListening?.()
  }
}
