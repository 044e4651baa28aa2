import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { systemClock } from '../lib/clock.ts'
import { turnAway } from '../lib/turn-away.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface HttpParts {
  /** Tried first; true when the request was for it. */
  hot(request: IncomingMessage, response: ServerResponse): boolean
  app: Handler
  /** Takes WebSocket upgrades to `/ws`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Within this time what is no file has come as a whole, ms. */
  wholeMs?: number
}

export interface HttpServer {
  /** Resolves to the address it listens on, such as `http://127.0.0.1:8080`. */
  listen(host: string, port: number): Promise<string>
  /** Takes no more connections, and resolves when those that are open have ended. */
  close(): Promise<void>
}

/** All that is sent to us is small, but for files: those may come by a bad network. */
const usualMs = 15_000
const uploadMs = 180_000
const isUpload = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^(?:\/files|\/api\/v1\/conversations\/[^/?]+\/files)(?:\?|$)/.test(url)

/** A body that is not whole in time is waited for no longer. Its answer may take as long as it does. */
function hurry(request: IncomingMessage, wholeMs: number): void {
  if (isUpload(request)) return
  const stop = systemClock.after(wholeMs, () => {
    // Where nobody reads it, no event tells that it has come.
    if (!request.complete) request.socket.destroy()
  })
  request.once('end', stop).once('close', stop)
}

/** Whoever would rather speak HTTP/2 is heard in what they spoke. With an upgrade Node hands over the bare socket. */
function hearPlainly(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method = '', url = '', rawHeaders } = request
  const lines = rawHeaders.flatMap((name, i) => {
    const isOffer = /^(?:upgrade|http2-settings|connection)$/i.test(name)
    return i % 2 === 1 || isOffer ? [] : [`${name}: ${rawHeaders[i + 1]}`]
  })
  socket.unshift(head)
  socket.unshift(Buffer.from([`${method} ${url} HTTP/1.1`, ...lines, '\r\n'].join('\r\n'), 'latin1'))
  server.emit('connection', socket)
}

export function createHttpServer({ hot, app, upgrade, wholeMs = usualMs }: HttpParts): HttpServer {
  let closing = false
  const server = createServer((request, response) => {
    hurry(request, wholeMs)
    response.once('close', () => closing && server.closeIdleConnections())
    if (!hot(request, response)) app(request, response)
  })
  server.headersTimeout = 10_000
  server.requestTimeout = uploadMs
  server.keepAliveTimeout = 65_000
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!/\bwebsocket\b/i.test(request.headers.upgrade ?? '')) hearPlainly(server, request, socket, head)
    else if (request.url?.split('?')[0] === '/ws') upgrade(request, socket, head)
    else turnAway(socket, '404 Not Found')
  })
  return {
    listen: (host, port) => listen(server, host, port),
    close: () =>
      new Promise(resolve => {
        closing = true
        server.close(() => resolve())
        server.closeIdleConnections()
      })
  }
}

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const bound = server.address()
      resolve(addressOf(host, bound !== null && typeof bound === 'object' ? bound : undefined, port))
    })
  })
}

function addressOf(host: string, bound: AddressInfo | undefined, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound?.port ?? port}`
}
