import type { WebSocket } from 'ws'
import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { Seq } from '#shared/ids.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Gather } from './gather.ts'
import { type Breath, paced } from './pace.ts'

/** A frame of entries that is longer is sent in parts, in characters. */
const largeFrame = 65_536

interface OutletParts {
  clock: Clock
  bufferedBytes: number
  given(seq: Seq): void
  /** An entry as this visitor may see it. */
  told(entry: Entry): ShownEntry
}

/** Its visitor did not say it. */
const isNews = (entry: Entry): boolean =>
  !(entry.kind === 'postback' || (entry.kind === 'message' && entry.by === 'visitor'))

/** What goes out to one widget, no faster than it reads. */
export class Outlet {
  readonly #socket: WebSocket
  readonly #gather: Gather
  readonly #clock: Clock
  readonly #bufferedBytes: number
  readonly #given: (seq: Seq) => void
  readonly #told: (entry: Entry) => ShownEntry
  #stuckSince: number | undefined
  #closed = false

  /** `given` hears how far what others said has been written to the socket. */
  constructor([socket, gather]: readonly [WebSocket, Gather], parts: OutletParts) {
    this.#socket = socket
    this.#gather = gather
    this.#clock = parts.clock
    this.#bufferedBytes = parts.bufferedBytes
    this.#given = parts.given
    this.#told = parts.told
  }

  /** Since when entries have been waiting for their reader, if they have. */
  get stuckSince(): number | undefined {
    return this.#stuckSince
  }

  /** False when the reader is too far behind. Where it has entries to read, how long that takes decides. */
  send(frame: Down): boolean {
    const text = JSON.stringify(frame)
    this.#gather(text.length)
    this.#socket.send(text)
    return this.#stuckSince !== undefined || this.#socket.bufferedAmount <= this.#bufferedBytes
  }

  /** Nothing more is shown. */
  close(): void {
    this.#closed = true
  }

  /** The common case has no pause, and waits for nothing. */
  breathe(entries: readonly Entry[]): Promise<void> | undefined {
    const breaths = paced(entries, this.#clock.now())
    const paused = breaths.some(({ waitMs }) => waitMs > 0)
    return paused ? this.#showPaced(breaths) : this.#show(entries)
  }

  async #showPaced(breaths: readonly Breath[]): Promise<void> {
    for (const { waitMs, entries } of breaths) {
      if (waitMs > 0) await this.#pause(waitMs)
      await this.#show(entries)
    }
  }

  #pause(waitMs: number): Promise<void> {
    if (!this.#closed) this.send({ type: 'typing', by: 'bot', state: 'start' })
    return new Promise(resolve => this.#clock.after(waitMs, resolve))
  }

  /** Entries go out in frames of a bounded size, each only once there is room for it. */
  #show(entries: readonly Entry[]): Promise<void> | undefined {
    const frame: Down = { type: 'entries', entries: entries.map(this.#told) }
    const text = JSON.stringify(frame)
    if (text.length > largeFrame && entries.length > 1) return this.#showHalves(entries)
    if (this.#closed) return undefined
    this.#gather(text.length)
    const last = entries.findLast(isNews)
    if (last) this.#given(last.seq)
    if (text.length <= largeFrame && this.#socket.bufferedAmount < this.#bufferedBytes / 2) {
      this.#socket.send(text)
      return undefined
    }
    this.#stuckSince ??= this.#clock.now()
    return new Promise(resolve => {
      this.#socket.send(text, () => {
        this.#stuckSince = undefined
        resolve()
      })
    })
  }

  async #showHalves(entries: readonly Entry[]): Promise<void> {
    const half = Math.ceil(entries.length / 2)
    await this.#show(entries.slice(0, half))
    await this.#show(entries.slice(half))
  }
}
