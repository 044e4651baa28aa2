import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ConversationId } from '#shared/ids.ts'
import type { Activity, ActivityHub } from '../../conversation/activity.ts'
import { Buckets, type Rate } from '../../lib/bucket.ts'
import type { Caller } from './greet.ts'
import { Session, type SessionParts } from './session.ts'
import { mayOpen } from './verify.ts'

export interface WidgetParts extends Omit<SessionParts, 'joined' | 'left' | 'limits'> {
  activity: ActivityHub
  limits: SessionParts['limits'] & { sockets: Rate; conversations: Rate; socketsAtOnce: number }
  /** The visitor's address, behind however many proxies are trusted. */
  addressOf(request: IncomingMessage): string
  meter: { sockets(open: number): void; turnedAway(why: string): void }
}

/** The channel of our own widget: WebSockets, each with a session. */
export interface WidgetChannel {
  /** Takes an upgrade to `/ws?site=ID`, or answers why not. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Takes no more sockets; tells everybody to come back, spread over a while; returns when all are gone. */
  close(): Promise<void>
}

/** The largest frame a widget may send. */
const maxFrameBytes = 65_536
const sweepEveryMs = 5_000
/** After a restart the widgets come back over this time, not all at once. */
const spreadMs = 5_000

export function createWidgetChannel(parts: WidgetParts): WidgetChannel {
  const { clock, limits, sites, meter } = parts
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false
  })
  const sessions = new Set<Session>()
  const byConversation = new Map<ConversationId, Set<Session>>()
  const opening = new Buckets(limits.sockets)
  const beginning = new Buckets(limits.conversations)
  let closing = false

  const sessionParts: SessionParts = {
    ...parts,
    joined(session, conversation) {
      const others = byConversation.get(conversation) ?? new Set()
      byConversation.set(conversation, others.add(session))
    },
    left(session) {
      sessions.delete(session)
      meter.sockets(sessions.size)
      if (session.conversation === undefined) return
      const others = byConversation.get(session.conversation)
      others?.delete(session)
      if (others?.size === 0) byConversation.delete(session.conversation)
    }
  }

  const stops = [
    clock.every(sweepEveryMs, sweep),
    parts.activity.listen((conversation, activity) => tell(conversation, activity))
  ]

  function sweep(): void {
    const now = clock.now()
    for (const session of sessions) session.sweep(now)
    opening.sweep(now)
    beginning.sweep(now)
  }

  function tell(conversation: ConversationId, activity: Activity): void {
    if (activity.kind !== 'typing' || activity.by === 'visitor') return
    const { by, state } = activity
    for (const session of byConversation.get(conversation) ?? []) session.send({ type: 'typing', by, state })
  }

  function turnAway(socket: Duplex, status: string, why: string): void {
    meter.turnedAway(why)
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }

  return {
    upgrade(request, socket, head) {
      const address = parts.addressOf(request)
      const site = new URL(request.url ?? '/', 'http://relay').searchParams.get('site') ?? ''
      const { origin } = request.headers
      if (closing || sessions.size >= limits.socketsAtOnce)
        turnAway(socket, '503 Service Unavailable', 'full')
      else if (!mayOpen(sites, site, origin)) turnAway(socket, '403 Forbidden', 'origin')
      else if (!opening.take(address, clock.now())) turnAway(socket, '429 Too Many Requests', 'address')
      else {
        server.handleUpgrade(request, socket, head, ws => {
          const caller: Caller = { origin, mayBegin: () => beginning.take(address, clock.now()) }
          const session = new Session(ws, caller, sessionParts)
          sessions.add(session)
          meter.sockets(sessions.size)
          ws.on('message', (data, binary) => {
            if (binary) session.bye('badFrame')
            else session.hear(String(data))
          })
          ws.on('close', () => session.end())
          // ws closes the socket itself, with the code the protocol asks for.
          ws.on('error', () => session.end())
        })
      }
    },
    async close() {
      closing = true
      for (const stop of stops) stop()
      const all = [...sessions]
      all.forEach((session, i) => session.bye('restarting', Math.round((spreadMs * i) / all.length)))
      await new Promise<void>(resolve => server.close(() => resolve()))
    }
  }
}
