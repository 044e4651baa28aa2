import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocketServer } from 'ws'
import type { ConversationId } from '#shared/ids.ts'
import type { Activity, ActivityHub } from '../../conversation/activity.ts'
import { Buckets, type Rate } from '../../lib/bucket.ts'
import { turnAway } from '../../lib/turn-away.ts'
import { createGather } from './gather.ts'
import type { Caller } from './greet.ts'
import { Rooms } from './rooms.ts'
import { Session, type SessionParts } from './session.ts'
import { mayOpen } from './verify.ts'

export interface WidgetParts extends Omit<SessionParts, 'joined' | 'left' | 'limits' | 'erase'> {
  /** Everything of a visitor goes, everywhere. Undefined when it could not be done. */
  eraseVisitor(visitor: string): Promise<readonly ConversationId[] | undefined>
  activity: ActivityHub
  limits: SessionParts['limits'] & { sockets: Rate; conversations: Rate; socketsAtOnce: number }
  /** The visitor's address, behind however many proxies are trusted. */
  addressOf(request: IncomingMessage): string
  meter: { sockets(open: number): void; turnedAway(why: string): void }
}

/** The largest frame a widget may send. */
const maxFrameBytes = 65_536
/** Its parts, and the pieces they may come in: browsers send a frame whole, and the network cuts it in a few. */
const maxFragments = 64
const maxBufferedChunks = 1_024
const sweepEveryMs = 5_000
/** After a restart the widgets come back over this time, not all at once. */
const spreadMs = 5_000

/** Pages of old entries for one address; a widget asks for one after the other. */
const pagesAtMost: Rate = { burst: 100, perSecond: 10 }

const statuses = {
  full: '503 Service Unavailable',
  origin: '403 Forbidden',
  address: '429 Too Many Requests'
}

/** The channel of our own widget: WebSockets, each with a session. */
export class WidgetChannel {
  readonly #parts: WidgetParts
  readonly #rooms = new Rooms()
  readonly #opening: Buckets
  readonly #beginning: Buckets
  readonly #reading = new Buckets(pagesAtMost)
  readonly #stops: (() => void)[]
  readonly #sessionParts: SessionParts
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    maxFragments,
    maxBufferedChunks,
    perMessageDeflate: false,
    clientTracking: false
  })
  #closing = false

  constructor(parts: WidgetParts) {
    this.#parts = parts
    this.#opening = new Buckets(parts.limits.sockets)
    this.#beginning = new Buckets(parts.limits.conversations)
    this.#sessionParts = {
      ...parts,
      erase: visitor => this.#erase(visitor),
      joined: (session, conversation) => this.#rooms.join(session, conversation),
      left: session => {
        this.#rooms.leave(session)
        parts.meter.sockets(this.#rooms.size)
      }
    }
    this.#stops = [
      parts.clock.every(sweepEveryMs, () => this.#sweep()),
      parts.activity.listen((conversation, activity) => this.#tell(conversation, activity))
    ]
  }

  /** Takes an upgrade to `/ws?site=ID` (with `&preview=CODE`), or answers why not. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = this.#parts.addressOf(request)
    const why = this.#refusal(request, address)
    if (why) {
      this.#parts.meter.turnedAway(why)
      turnAway(socket, statuses[why])
      return
    }
    this.#server.handleUpgrade(request, socket, head, ws => {
      const caller = this.#callerAt(address, askingOf(request))
      const session = new Session([ws, createGather(socket)], caller, this.#sessionParts)
      this.#rooms.enter(session)
      this.#parts.meter.sockets(this.#rooms.size)
      ws.on('message', (data, binary) => {
        if (binary) session.bye('badFrame')
        else session.hear(textOf(data))
      })
      ws.on('close', () => session.end())
      // ws closes the socket itself, with the code the protocol asks for.
      ws.on('error', () => session.end())
    })
  }

  /** Takes no more sockets, and tells everybody to come back, spread over a while. */
  close(): void {
    this.#closing = true
    for (const stop of this.#stops) stop()
    const all = [...this.#rooms.sessions()]
    for (const [i, session] of all.entries()) {
      session.bye('restarting', Math.round((spreadMs * i) / all.length))
    }
  }

  #refusal(request: IncomingMessage, address: string): keyof typeof statuses | undefined {
    const { limits, clock, log } = this.#parts
    if (this.#closing || this.#rooms.size >= limits.socketsAtOnce) return 'full'
    const asking = askingOf(request)
    const allowed = mayOpen(this.#parts, asking)
    if (!allowed) return 'origin'
    if (!this.#opening.take(address, clock.now())) return 'address'
    if (allowed === 'preview') log.info({ site: asking.site, origin: asking.origin }, 'a preview')
    return undefined
  }

  #callerAt(address: string, { site, origin }: ReturnType<typeof askingOf>): Caller {
    const { clock } = this.#parts
    return {
      origin,
      site,
      mayBegin: () => this.#beginning.take(address, clock.now()),
      mayRead: () => this.#reading.take(address, clock.now())
    }
  }

  #sweep(): void {
    const now = this.#parts.clock.now()
    for (const session of this.#rooms.sessions()) session.sweep(now)
    this.#opening.sweep(now)
    this.#beginning.sweep(now)
    this.#reading.sweep(now)
  }

  async #erase(visitor: string): Promise<boolean> {
    return (await this.#parts.eraseVisitor(visitor)) !== undefined
  }

  /** These conversations are gone, and whoever has one of them open is told so. */
  erased(conversations: readonly ConversationId[]): void {
    for (const conversation of conversations) {
      // Who is told leaves the room at once.
      Array.from(this.#rooms.of(conversation), session => session.bye('erased'))
    }
  }

  #tell(conversation: ConversationId, activity: Activity): void {
    if (activity.kind === 'delivered') {
      for (const session of this.#rooms.of(conversation)) session.delivered(activity.seq)
    }
    if (activity.kind !== 'typing' || activity.by === 'visitor') return
    const { by, state } = activity
    for (const session of this.#rooms.of(conversation)) session.send({ type: 'typing', by, state })
  }
}

function askingOf({ url = '', headers }: IncomingMessage) {
  const query = new URLSearchParams(url.split('?')[1])
  const [site, preview] = [query.get('site') ?? '', query.get('preview') ?? undefined]
  return { site, preview, origin: headers.origin }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString()
  return data instanceof ArrayBuffer ? Buffer.from(data).toString() : data.toString()
}
