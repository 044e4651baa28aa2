import type { Duplex } from 'node:stream'

/** Answers who asked for a socket and gets none, and lets go of them: no time-out ends who holds on to their end. */
export function turnAway(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
