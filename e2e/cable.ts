import { connect, createServer, type Socket } from 'node:net'
import { listenAnywhere } from './ports.ts'

/** `up` is from a browser to the relay. */
export type Side = 'up' | 'down'

/** The network between browsers and the relay: bytes pass, until something is done to it. */
export interface Cable {
  port: number
  /** How many connections it has broken. */
  broken(): number
  /** Breaks what is open, and takes nothing new. */
  cut(): void
  /** Breaks what is open as soon as so many bytes more have passed: within a frame, or between a word and its answer. */
  cutAfter(bytes: number, side: Side): void
  /** Nothing passes and nothing ends, on what is new either. */
  stall(): void
  /** What is new passes again. What stalled stays silent for ever, and looks open to both its ends. */
  mend(): void
  close(): Promise<void>
}

export async function layCable(to: number): Promise<Cable> {
  const wires = new Set<Wire>()
  let is: 'whole' | 'cut' | 'stalled' = 'whole'
  let broken = 0

  function cutAll(): void {
    knife.drop()
    for (const wire of wires) {
      broken += 1
      wire.end()
    }
  }
  const knife = createKnife(cutAll)

  const server = createServer(near => {
    if (is === 'cut') return void near.destroy()
    const wire = join(near, connect(to, '127.0.0.1'), knife.pass)
    wires.add(wire)
    near.on('close', () => wires.delete(wire))
    if (is === 'stalled') wire.silence()
  })
  const port = await listenAnywhere(server)
  return {
    port,
    broken: () => broken,
    cut() {
      is = 'cut'
      cutAll()
    },
    cutAfter: knife.hold,
    stall() {
      is = 'stalled'
      for (const wire of wires) wire.silence()
    },
    mend() {
      is = 'whole'
    },
    close() {
      for (const wire of wires) wire.end()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

/** Lets bytes pass, until those are through after which it cuts. */
function createKnife(cut: () => void) {
  let held: { side: Side; left: number } | undefined
  return {
    hold(left: number, side: Side): void {
      held = { side, left }
    },
    drop(): void {
      held = undefined
    },
    pass(part: Buffer, to: Socket, side: Side): void {
      if (held?.side !== side) return void to.write(part)
      const { left } = held
      held.left -= part.length
      if (left < part.length) to.write(part.subarray(0, left), cut)
      else to.write(part)
    }
  }
}

interface Wire {
  end(): void
  silence(): void
}

/** What ends one end ends the other. */
function join(near: Socket, far: Socket, pass: (part: Buffer, to: Socket, side: Side) => void): Wire {
  let silent = false
  for (const [from, to, side] of [
    [near, far, 'up'],
    [far, near, 'down']
  ] as const) {
    from.on('data', (part: Buffer) => silent || pass(part, to, side))
    from.on('error', () => to.destroy())
    from.on('end', () => silent || to.end())
    from.on('close', () => to.destroy())
  }
  return {
    end() {
      near.destroy()
      far.destroy()
    },
    silence() {
      silent = true
    }
  }
}
