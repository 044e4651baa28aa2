import type { WebSocket } from 'ws'
import type { ConversationId } from '#shared/ids.ts'
import { type Bye, byes } from '#shared/wire/byes.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Hello } from '#shared/wire/hello.ts'
import type { Up } from '#shared/wire/up.ts'
import type { Accept } from '../../conversation/accept.ts'
import { type Entry, shown } from '../../conversation/entry.ts'
import type { Follow } from '../../conversation/follow.ts'
import { Bucket, type Rate } from '../../lib/bucket.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import type { Gather } from './gather.ts'
import { type Caller, type GreetParts, greet } from './greet.ts'
import { type Breath, paced } from './pace.ts'
import { type Passed, passes, readFrame, toInput, toReason } from './receive.ts'

export interface SessionParts extends GreetParts {
  accept: Accept
  follow: Follow
  clock: Clock
  log: Log
  limits: { messages: Rate; frames: Rate; bufferedBytes: number }
  /** Called once the session knows its conversation, and when it ends. */
  joined(session: Session, conversation: ConversationId): void
  left(session: Session): void
}

/** No hello within this time ends a socket. */
const helloWithinMs = 10_000
/** A widget pings each 20 s and waits 10 s: whoever is silent for longer is gone. */
const silentMs = 45_000
/** Unread entries wait for their reader at most so long. */
const slowMs = 30_000
/** A frame of entries that is longer is sent in parts, in characters. */
const largeFrame = 65_536

/** One open socket of a widget, from its first frame to its close. */
export class Session {
  readonly #socket: WebSocket
  readonly #gather: Gather
  readonly #caller: Caller
  readonly #parts: SessionParts
  readonly #frames: Bucket
  readonly #messages: Bucket
  readonly #since: number
  #conversation: ConversationId | undefined
  #greeted = false
  #unfollow: (() => void) | undefined
  #work: Promise<void> = Promise.resolve()
  #heardAt: number
  #stuckSince: number | undefined
  /** Nothing more can be sent. What was heard before is still worked through, unless it ended with a bye. */
  #over = false
  #dismissed = false
  #typing = false

  constructor([socket, gather]: readonly [WebSocket, Gather], caller: Caller, parts: SessionParts) {
    const now = parts.clock.now()
    this.#socket = socket
    this.#gather = gather
    this.#caller = caller
    this.#parts = parts
    this.#frames = new Bucket(parts.limits.frames, now)
    this.#messages = new Bucket(parts.limits.messages, now)
    this.#since = now
    this.#heardAt = now
  }

  get conversation(): ConversationId | undefined {
    return this.#conversation
  }

  /** A text frame came. Frames are worked through in their order, one after the other. */
  hear(data: string): void {
    const now = this.#parts.clock.now()
    this.#heardAt = now
    if (!this.#frames.take(now)) {
      this.bye('tooFast')
      return
    }
    const read = readFrame(data)
    if (read.kind === 'bad') this.bye('badFrame')
    if (read.kind !== 'known') return
    this.#later(read.frame)
  }

  send(frame: Down): void {
    if (this.#over) return
    const text = JSON.stringify(frame)
    this.#gather(text.length)
    this.#socket.send(text)
    if (this.#socket.bufferedAmount > this.#parts.limits.bufferedBytes) this.bye('slow')
  }

  /** Says why, and closes. A reader that does not read is cut off. */
  bye(reason: Bye, waitMs?: number): void {
    if (this.#over) return
    const { code } = byes[reason]
    if (reason !== 'slow') {
      const frame: Down = { type: 'bye', reason, ...(waitMs !== undefined && { waitMs }) }
      this.#socket.send(JSON.stringify(frame))
    }
    this.#dismissed = true
    this.end()
    this.#socket.close(code, reason)
    this.#parts.clock.after(2_000, () => this.#socket.terminate())
  }

  /** The socket is closed, or about to be: nothing more comes from here. */
  end(): void {
    if (this.#over) return
    this.#over = true
    this.#unfollow?.()
    this.#parts.left(this)
    if (this.#typing) this.#later({ type: 'typing', state: 'stop' })
  }

  /** Called every few seconds: ends what says no hello, is silent, or does not read. */
  sweep(now: number): void {
    if (!this.#greeted && now - this.#since > helloWithinMs) this.bye('noHello')
    else if (now - this.#heardAt > silentMs) this.bye('silent')
    else if (this.#stuckSince !== undefined && now - this.#stuckSince > slowMs) this.bye('slow')
  }

  #later(frame: Up): void {
    this.#work = this.#work.then(() => this.#handle(frame)).catch((error: unknown) => this.#fault(error))
  }

  async #handle(frame: Up): Promise<void> {
    if (this.#dismissed && frame.type !== 'typing') return
    if (frame.type === 'hello') await this.#greet(frame)
    else if (frame.type === 'ping') this.send({ type: 'pong' })
    else if (this.#conversation === undefined) this.bye('badFrame')
    else if (passes(frame)) await this.#pass(frame, this.#conversation)
  }

  async #greet(hello: Hello): Promise<void> {
    if (this.#over) return
    if (this.#greeted) {
      this.bye('badFrame')
      return
    }
    this.#greeted = true
    const greeting = await greet(this.#parts, this.#caller, hello)
    if (this.#over) return
    if ('bye' in greeting) {
      this.bye(greeting.bye)
      return
    }
    const { welcome } = greeting
    this.#conversation = welcome.conversation
    this.send(welcome)
    this.#parts.joined(this, welcome.conversation)
    const { conversation, after } = welcome
    this.#unfollow = this.#parts.follow(conversation, after, entries => this.#breathe(entries))
  }

  async #pass(frame: Passed, conversation: ConversationId): Promise<void> {
    if (frame.type === 'typing') this.#typing = frame.state === 'start'
    const id = frame.type === 'say' || frame.type === 'postback' ? frame.id : undefined
    if (id !== undefined && !this.#messages.take(this.#parts.clock.now())) {
      this.send({ type: 'refused', id, reason: 'tooFast' })
      return
    }
    const outcome = await this.#parts.accept(conversation, toInput(frame))
    if (id === undefined) return
    switch (outcome.kind) {
      case 'taken':
      case 'repeated':
        this.send({ type: 'said', id, seq: outcome.seq })
        return
      case 'refused':
        this.send({ type: 'refused', id, reason: toReason(outcome.refusal) })
        return
      case 'failed':
        this.send({ type: 'refused', id, reason: 'notStored' })
        return
      default:
        outcome satisfies never
    }
  }

  /** The common case has no pause, and waits for nothing. */
  #breathe(entries: readonly Entry[]): Promise<void> | undefined {
    const breaths = paced(entries, this.#parts.clock.now())
    const paused = breaths.some(({ waitMs }) => waitMs > 0)
    return paused ? this.#showPaced(breaths) : this.#show(entries)
  }

  async #showPaced(breaths: readonly Breath[]): Promise<void> {
    for (const { waitMs, entries } of breaths) {
      if (waitMs > 0) {
        this.send({ type: 'typing', by: 'bot', state: 'start' })
        await new Promise<void>(resolve => this.#parts.clock.after(waitMs, resolve))
      }
      await this.#show(entries)
    }
  }

  /** Entries go out in frames of a bounded size, each only once there is room for it. */
  #show(entries: readonly Entry[]): Promise<void> | undefined {
    const frame: Down = { type: 'entries', entries: entries.map(shown) }
    const text = JSON.stringify(frame)
    if (text.length > largeFrame && entries.length > 1) return this.#showHalves(entries)
    if (this.#over) return undefined
    this.#gather(text.length)
    if (this.#socket.bufferedAmount < this.#parts.limits.bufferedBytes / 2) {
      this.#socket.send(text)
      return undefined
    }
    this.#stuckSince ??= this.#parts.clock.now()
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

  #fault(error: unknown): void {
    this.#parts.log.error({ error: String(error), conversation: this.#conversation }, 'a fault in a session')
    this.bye('broken')
  }
}
