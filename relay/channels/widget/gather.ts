import type { Writable } from 'node:stream'

/** Called before something of this length is written. */
export type Gather = (length: number) => void

/** More than this waits for no company. */
const muchBytes = 16_384

/** What is written to a socket in one turn of the event loop goes out together: one system call here, one there. */
export function createGather(socket: Writable): Gather {
  let held = false

  function release(): void {
    if (held) socket.uncork()
    held = false
  }

  return function gather(length) {
    if (length + socket.writableLength > muchBytes) {
      release()
      return
    }
    if (held) return
    held = true
    socket.cork()
    // A tick that is asked for by a promise comes after all the promises of this turn.
    queueMicrotask(() => process.nextTick(release))
  }
}
