import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** Below those that systems hand out by themselves, so that nobody is given one of ours in between. */
const bands = { from: 20_000, count: 100, size: 120 }

/**
 * Ports of one process alone. Between looking whether a port is free and listening on it, and while a relay is dead, any
 * other run could take it: each run has a band of its own, and whoever wants to have it must listen on its first port.
 */
interface Band {
  /** So many in a row that nobody listens on. */
  take(count: number): Promise<number[]>
}

/** Held for as long as the process lives, however it ends. */
export async function claimBand(pick: () => number = () => randomInt(bands.count)): Promise<Band> {
  for (;;) {
    const first = bands.from + pick() * bands.size
    const guard = createServer()
    if (!(await listens(guard, first))) continue
    guard.unref()
    return createBand(first)
  }
}

function createBand(first: number): Band {
  let next = 1
  return {
    async take(count) {
      for (;;) {
        // All others come before one comes again: whoever is started anew finds its port as it was.
        if (next + count > bands.size) next = 1
        const ports = Array.from({ length: count }, (_, index) => first + next + index)
        next += count
        const free = await Promise.all(ports.map(isFree))
        if (free.every(one => one)) return ports
      }
    }
  }
}

let own: Promise<Band> | undefined

/** So many ports in a row, which nobody else is given. */
export async function freePorts(count: number): Promise<number[]> {
  own ??= claimBand()
  return (await own).take(count)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  if (!(await listens(server, port))) return false
  await new Promise(resolve => server.close(resolve))
  return true
}

const listens = (server: Server, port: number): Promise<boolean> =>
  listen(server, port).then(
    () => true,
    () => false
  )

/** Listens on a port that the system picks, on this machine only. */
export const listenAnywhere = (server: Server): Promise<number> => listen(server, 0)

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}
