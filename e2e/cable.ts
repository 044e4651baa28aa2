import { connect, createServer, type Socket } from 'node:net'
import { listenAnywhere } from './ports.ts'

/** The network between browsers and the relay: bytes pass, until it is cut. */
export interface Cable {
  port: number
  /** Breaks what is open, and takes nothing new. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

export async function layCable(to: number): Promise<Cable> {
  const ends = new Set<Socket>()
  let whole = true
  const server = createServer(near => {
    if (whole) join(near, connect(to, '127.0.0.1'), ends)
    else near.destroy()
  })
  const port = await listenAnywhere(server)
  return {
    port,
    cut() {
      whole = false
      for (const end of ends) end.destroy()
    },
    mend() {
      whole = true
    },
    close() {
      for (const end of ends) end.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

/** What ends one end ends the other. */
function join(near: Socket, far: Socket, ends: Set<Socket>): void {
  for (const [end, other] of [
    [near, far],
    [far, near]
  ] as const) {
    ends.add(end)
    end.pipe(other)
    end.on('error', () => other.destroy())
    end.on('close', () => {
      ends.delete(end)
      other.destroy()
    })
  }
}
