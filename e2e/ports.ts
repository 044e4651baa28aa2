import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

/** Below those that systems hand out by themselves, so that nobody is given one of ours in between. */
const range = { from: 20_000, to: 32_000 }

/** So many ports in a row that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  for (;;) {
    const first = randomInt(range.from, range.to)
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const free = await Promise.all(ports.map(isFree))
    if (free.every(one => one)) return ports
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    await listen(server, port)
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}

/** Listens on a port that the system picks, on this machine only. */
export const listenAnywhere = (server: Server): Promise<number> => listen(server, 0)

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return address.port
}
