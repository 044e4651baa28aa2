import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { listenAnywhere } from '../ports.ts'
import { type Fate, type FateName, fateOf, type Side } from './fate.ts'
import type { Random, Weighed } from './random.ts'
import { Tally } from './tally.ts'

/** Stands between two who talk over TCP. Each connection has one fate, drawn when it opens. */
export interface Proxy {
  port: number
  /** How many connections had which fate. */
  fates: Tally<FateName>
  /** Ends every connection there is. */
  cutAll(): void
  /** Nothing happens to connections from here on; those that are open are cut. */
  calm(): void
  close(): Promise<void>
}

export interface ProxyOptions {
  to: number
  random: Random
  fates: Weighed<FateName>
}

export async function startProxy({ to, random, fates }: ProxyOptions): Promise<Proxy> {
  const open = new Set<() => void>()
  const tally = new Tally<FateName>()
  let calm = false
  const server = createServer({ allowHalfOpen: true, noDelay: true }, near => {
    const name = calm ? 'pass' : random.pick(fates)
    tally.add(name)
    const far = dial({ port: to, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    const end = () => {
      near.destroy()
      far.destroy()
    }
    open.add(end)
    near.once('close', () => open.delete(end))
    join(near, far, fateOf(name, random, { end, reset: () => reset(near, far) }))
  })
  const cutAll = () => {
    for (const end of open) end()
  }
  return {
    port: await listenAnywhere(server),
    fates: tally,
    cutAll,
    calm() {
      calm = true
      cutAll()
    },
    close() {
      cutAll()
      return closed(server)
    }
  }
}

function join(near: Socket, far: Socket, fate: Fate): void {
  pump(near, far, 'up', fate)
  pump(far, near, 'down', fate)
}

/** One queue for each direction: whatever a fate does with time, the order of the bytes stays. */
function pump(from: Socket, to: Socket, side: Side, fate: Fate): void {
  let queue = Promise.resolve()
  const write = (part: Buffer) => {
    if (!to.destroyed) to.write(part)
  }
  from.on('data', (chunk: Buffer) => {
    queue = queue.then(() => fate(chunk, side, write))
  })
  from.on('end', () => {
    queue = queue.then(() => void to.end())
  })
  from.on('close', broken => {
    if (broken) to.destroy()
  })
  from.on('error', () => to.destroy())
}

function reset(near: Socket, far: Socket): void {
  near.resetAndDestroy()
  far.resetAndDestroy()
}

const closed = (server: Server) => new Promise<void>(resolve => server.close(() => resolve()))
