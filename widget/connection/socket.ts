/** As much of a WebSocket as is used. Browsers have it, and Node's `ws`. */
export interface SocketLike {
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  heard(data: unknown): void
  closed(code: number): void
}

/** Opens a socket and reports. Decides nothing. */
export function openSocket(make: () => SocketLike, events: SocketEvents): SocketLike | undefined {
  let socket: SocketLike
  try {
    socket = make()
  } catch {
    // A page's policy forbids the address, or it is not one.
    return undefined
  }
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }: { data: unknown }) => events.heard(data)
  socket.onclose = ({ code }: { code: number }) => events.closed(code)
  // What went wrong is told by the close that follows; without a listener `ws` would throw.
  socket.onerror = () => {}
  return socket
}
