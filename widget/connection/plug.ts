import type { VisitorToken } from '#shared/ids.ts'
import type { Up } from '#shared/wire/up.ts'
import type { World } from './perform.ts'
import { readDown } from './reader/down.ts'
import { openSocket, type SocketLike } from './socket.ts'
import type { Event } from './step.ts'

/** The one socket that counts. */
export interface Plug {
  open(number: number): void
  send(frame: Up): void
  pull(): void
  /** The token of the last hello. */
  greetedWith(): VisitorToken | undefined
}

export function createPlug(world: World, happen: (event: Event) => void): Plug {
  const { visit, environment } = world
  let socket: SocketLike | undefined
  let token: VisitorToken | undefined

  return {
    open(number) {
      socket = openSocket(() => world.openSocket(world.url), {
        opened() {
          const said = visit()
          token = said.token
          happen({ on: 'opened', socket: number, visit: said })
        },
        heard: data => happen({ on: 'heard', socket: number, frame: readDown(data) }),
        closed: code => happen({ on: 'closed', socket: number, code })
      })
      if (!socket) environment.after(0, () => happen({ on: 'closed', socket: number, code: 0 }))
    },
    send: frame => socket?.send(JSON.stringify(frame)),
    pull() {
      const left = socket
      socket = undefined
      left?.close()
    },
    greetedWith: () => token
  }
}
