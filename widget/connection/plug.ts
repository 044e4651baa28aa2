import type { Up } from '#shared/wire/up.ts'
import type { World } from './perform.ts'
import { readDown } from './reader/down.ts'
import type { SocketLike } from './socket.ts'
import type { Event, Visit } from './step.ts'

/** The one socket that counts. */
export interface Plug {
  open(number: number): void
  send(frame: Up): void
  pull(): void
  /** What the last hello said. */
  greetedWith(): Visit | undefined
}

export function createPlug(world: World, happen: (event: Event) => void): Plug {
  const { visit, environment } = world
  let socket: SocketLike | undefined
  let greeted: Visit | undefined

  /** Reports, and decides nothing. */
  function listen(opened: SocketLike, number: number): void {
    opened.onopen = () => {
      greeted = visit()
      happen({ on: 'opened', socket: number, visit: greeted })
    }
    opened.onmessage = ({ data }: { data: unknown }) =>
      happen({ on: 'heard', socket: number, frame: readDown(data) })
    opened.onclose = ({ code }: { code: number }) => happen({ on: 'closed', socket: number, code })
    // What went wrong is told by the close that follows; without a listener `ws` would throw.
    opened.onerror = () => {}
  }

  return {
    open(number) {
      try {
        socket = world.openSocket(world.url)
        listen(socket, number)
      } catch {
        // A page's policy forbids the address, or it is not one.
        environment.after(0, () => happen({ on: 'closed', socket: number, code: 0 }))
      }
    },
    send: frame => socket?.send(JSON.stringify(frame)),
    pull() {
      const left = socket
      socket = undefined
      left?.close()
    },
    greetedWith: () => greeted
  }
}
