import { WebSocket } from 'ws'
import { type Connection, connect } from '../../widget/connection/index.ts'
import type { Memory } from '../../widget/connection/memory.ts'
import type { State } from '../../widget/connection/state.ts'
import type { Times } from '../../widget/connection/times.ts'
import type { Random } from './random.ts'

/** One load of the website's page: the widget's own connection, over real sockets. */
export interface Page {
  connection: Connection
  /** As a browser does: the socket is closed, and nobody waits for it. */
  leave(): void
  /** As a dying browser does: no word to anybody. */
  crash(): void
}

export interface PageOptions {
  url: string
  site: string
  memory: Memory
  random: Random
  onChange(state: State): void
  /** Hears everything that comes over each socket. */
  ear(): (wire: string) => void
}

export const sites = { ingenious: 'shop', ebbot: 'garden' } as const
export const origin = 'http://shop.test'

/** The widget's times, shortened: what takes half a minute in a browser takes a second or two here. */
const times: Partial<Times> = {
  welcome: 4_000,
  ping: 1_000,
  pong: 2_500,
  ack: 2_500,
  seen: 100,
  backoff: { minMs: 100, maxMs: 2_000 }
}

export function openPage({ url, site, memory, random, onChange, ear }: PageOptions): Page {
  const sockets = new Set<WebSocket>()
  const timers = new Set<NodeJS.Timeout>()
  let dead = false
  const connection = connect({
    url: `${url}/ws?site=${site}`,
    site,
    memory,
    times,
    onChange: state => {
      if (!dead) onChange(state)
    },
    openSocket: to => open(to, sockets, ear()),
    environment: {
      now: () => Date.now(),
      random: random.next,
      newId: () => Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join(''),
      after: (ms, run) => after(timers, ms, run)
    }
  })
  const crash = () => {
    dead = true
    for (const timer of timers) clearTimeout(timer)
    for (const socket of sockets) drop(socket)
  }
  return {
    connection,
    crash,
    leave() {
      connection.close()
      crash()
    }
  }
}

function open(url: string, sockets: Set<WebSocket>, hear: (wire: string) => void): WebSocket {
  const socket = new WebSocket(url, { origin, perMessageDeflate: false })
  sockets.add(socket)
  socket.on('error', () => {})
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') hear(data)
  })
  socket.on('close', () => sockets.delete(socket))
  return socket
}

function drop(socket: WebSocket): void {
  socket.onopen = null
  socket.onmessage = null
  socket.onclose = null
  socket.terminate()
}

function after(timers: Set<NodeJS.Timeout>, ms: number, run: () => void): () => void {
  const timer = setTimeout(() => {
    timers.delete(timer)
    run()
  }, ms)
  timers.add(timer)
  return () => {
    timers.delete(timer)
    clearTimeout(timer)
  }
}
