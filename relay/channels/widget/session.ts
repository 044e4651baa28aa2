import type { WebSocket } from 'ws'
import type { ConversationId, Seq } from '#shared/ids.ts'
import { type Bye, byes } from '#shared/wire/byes.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Hello, Page } from '#shared/wire/hello.ts'
import type { Up } from '#shared/wire/up.ts'
import type { Accept } from '../../conversation/accept.ts'
import { shown } from '../../conversation/entry.ts'
import type { Follow } from '../../conversation/follow.ts'
import { botOf } from '../../conversation/route.ts'
import { Bucket, type Rate } from '../../lib/bucket.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { told, type WidgetFiles } from './files.ts'
import type { Gather } from './gather.ts'
import { type Caller, type Greeted, type GreetParts, greet } from './greet.ts'
import { handIn } from './hand-in.ts'
import { readBack, turnToRead } from './history.ts'
import { Outlet } from './outlet.ts'
import { type Passed, passes, readFrame, toAnswer } from './receive.ts'

export interface SessionParts extends GreetParts {
  accept: Accept
  follow: Follow
  clock: Clock
  log: Log
  files: WidgetFiles
  limits: { messages: Rate; frames: Rate; bufferedBytes: number }
  /** Called once the session knows its conversation, and when it ends. */
  joined(session: Session, conversation: ConversationId): void
  left(session: Session): void
  /** Takes the visitor out of everything, sockets and all. False when it could not be done. */
  erase(visitor: string): Promise<boolean>
}

type Wish = Exclude<Up, Passed | { type: 'hello' | 'ping' }>

/** No hello within this time ends a socket. */
const helloWithinMs = 10_000
/** A widget pings each 20 s and waits 10 s: whoever is silent for longer is gone. */
const silentMs = 45_000
/** Who hurries through a site is told about at this pace. */
const pagesAtMost: Rate = { perSecond: 0.2, burst: 5 }
/** Unread entries wait for their reader at most so long. */
const slowMs = 30_000
/** Frames of one socket that wait for their turn. */
const waitingAtMost = 300

/** One open socket of a widget, from its first frame to its close. */
export class Session {
  readonly #socket: WebSocket
  readonly #caller: Caller
  readonly #parts: SessionParts
  readonly #outlet: Outlet
  readonly #frames: Bucket
  readonly #messages: Bucket
  readonly #since: number
  #guest: Greeted | undefined
  readonly #pages: Bucket
  /** Where the visitor is, as long as that is not handed in. */
  #page: Page | undefined
  #greeted = false
  #unfollow: (() => void) | undefined
  #work: Promise<void> = Promise.resolve()
  #waiting = 0
  #heardAt: number
  /** Nothing more can be sent. What was heard before is still worked through, unless it ended with a bye. */
  #over = false
  #dismissed = false
  #typing = false

  constructor([socket, gather]: readonly [WebSocket, Gather], caller: Caller, parts: SessionParts) {
    const now = parts.clock.now()
    this.#socket = socket
    this.#caller = caller
    const { clock, store, limits } = parts
    const given = (seq: Seq) => this.conversation && store.markShown(this.conversation, seq)
    this.#outlet = new Outlet([socket, gather], {
      clock,
      bufferedBytes: limits.bufferedBytes,
      given,
      told: entry => (this.conversation ? told(parts.files, this.conversation, entry) : shown(entry))
    })
    this.#parts = parts
    this.#frames = new Bucket(parts.limits.frames, now)
    this.#messages = new Bucket(parts.limits.messages, now)
    this.#pages = new Bucket(pagesAtMost, now)
    this.#since = now
    this.#heardAt = now
  }

  get conversation(): ConversationId | undefined {
    return this.#guest?.welcome.conversation
  }

  /** A text frame came. Frames are worked through in their order, one after the other. */
  hear(data: string): void {
    const now = this.#parts.clock.now()
    this.#heardAt = now
    if (!this.#frames.take(now) || this.#waiting >= waitingAtMost) {
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
    if (!this.#outlet.send(frame)) this.bye('slow')
  }

  /** What the visitor said has been taken up to here. A widget of version 1 would not know what to do with it. */
  delivered(seq: Seq): void {
    const { can, welcome } = this.#guest ?? {}
    if (can?.receipts && welcome && welcome.version > 1) {
      this.send({ type: 'receipts', delivered: seq, read: 0 })
    }
  }

  /** Says why, and closes. A reader that does not read is cut off. */
  bye(reason: Bye, waitMs?: number): void {
    if (this.#over) return
    const { code } = byes[reason]
    if (reason !== 'slow') {
      const frame: Down = { type: 'bye', reason, ...(waitMs !== undefined && { waitMs }) }
      this.#outlet.send(frame)
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
    this.#outlet.close()
    this.#unfollow?.()
    this.#parts.left(this)
    if (this.#typing) this.#later({ type: 'typing', state: 'stop' })
  }

  /** Called every few seconds: ends what says no hello, is silent, or does not read. */
  sweep(now: number): void {
    if (!this.#greeted && now - this.#since > helloWithinMs) this.bye('noHello')
    else if (now - this.#heardAt > silentMs) this.bye('silent')
    else if (now - (this.#outlet.stuckSince ?? now) > slowMs) this.bye('slow')
    else if (this.#page) this.#later({ type: 'page', page: this.#page })
  }

  #later(frame: Up): void {
    this.#waiting += 1
    const done = () => void (this.#waiting -= 1)
    this.#work = this.#work
      .then(() => this.#handle(frame))
      .catch(error => this.#fault(error))
      .finally(done)
  }

  async #handle(frame: Up): Promise<void> {
    if (this.#dismissed && frame.type !== 'typing') return
    if (frame.type === 'hello') await this.#greet(frame)
    else if (frame.type === 'ping') this.send({ type: 'pong' })
    else if (this.#guest === undefined) this.bye('badFrame')
    else if (passes(frame)) await this.#pass(frame, this.#guest)
    else await this.#answer(frame, this.#guest)
  }

  async #greet(hello: Hello): Promise<void> {
    if (this.#over) return
    if (this.#greeted) return this.bye('badFrame')
    this.#greeted = true
    const greeting = await greet(this.#parts, this.#caller, hello)
    if (this.#over) return
    if ('bye' in greeting) return this.bye(greeting.bye)
    this.#guest = greeting
    this.send(greeting.welcome)
    const { conversation, after } = greeting.welcome
    const { joined, follow, store } = this.#parts
    joined(this, conversation)
    const lost = () => this.bye('broken')
    this.#unfollow = follow(conversation, after, all => this.#outlet.breathe(all), lost)
    // An erasure tells whoever is in the room; who was on the way in asks.
    if (!(await store.isOf(greeting.visitor, conversation))) return this.bye('erased')
    if (hello.page) await this.#move(hello.page, conversation)
  }

  async #pass(frame: Passed, { welcome: { conversation }, visitor, can }: Greeted): Promise<void> {
    if (frame.type === 'typing') this.#typing = frame.state === 'start'
    const id = 'id' in frame ? frame.id : undefined
    if (id !== undefined && !this.#messages.take(this.#parts.clock.now())) {
      this.send({ type: 'refused', id, reason: 'tooFast' })
      return
    }
    const outcome = await handIn(this.#parts, { visitor, conversation, can }, frame)
    if (id === undefined) return
    const answer = toAnswer(id, outcome)
    this.send(answer)
    if (answer.type === 'said') await this.#receipt(conversation)
  }

  async #answer(frame: Wish, { visitor, can, welcome: { conversation } }: Greeted): Promise<void> {
    const { store, clock, files } = this.#parts
    const past = can.past === true
    switch (frame.type) {
      case 'older':
      case 'past':
        await turnToRead(this.#caller, clock, () => this.#over)
        if (!this.#over) this.send(await readBack(store, { visitor, conversation, past, files }, frame))
        return
      case 'page':
        return this.#move(frame.page, conversation)
      case 'erase':
        if (!can.erase) this.bye('badFrame')
        else if (!(await this.#parts.erase(visitor))) this.bye('notReady')
        return
      default:
        frame satisfies never
    }
  }

  /** Too many at once wait for the sweep, which takes the newest. */
  async #move(page: Page, conversation: ConversationId): Promise<void> {
    this.#page = page
    if (!this.#pages.take(this.#parts.clock.now())) return
    this.#page = undefined
    await this.#parts.accept(conversation, { kind: 'page', page })
  }

  /** Where nobody is owed what was said, it has arrived. */
  async #receipt(conversation: ConversationId): Promise<void> {
    const { state, head } = await this.#parts.states.get(conversation)
    if (botOf(state).length === 0) this.delivered(head)
  }

  #fault(error: unknown): void {
    this.#parts.log.error({ error: String(error), conversation: this.conversation }, 'a fault in a session')
    this.bye('broken')
  }
}
