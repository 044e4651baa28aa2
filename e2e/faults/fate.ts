import type { Random } from './random.ts'
import { pause } from './wait.ts'

/** What happens to a connection. */
export type FateName = 'pass' | 'cut' | 'rst' | 'slice' | 'lag' | 'hole' | 'deaf up' | 'deaf down'

/** From who connected, or to them. */
export type Side = 'up' | 'down'

/** Passes a chunk on, in its own way. The next chunk of this direction waits for the promise. */
export type Fate = (chunk: Buffer, side: Side, write: (part: Buffer) => void) => Promise<void> | void

interface Ends {
  end(): void
  reset(): void
}

const sliceBytes = 64
const lagMs = 120
/** A cut comes within so many bytes: in the middle of the upgrade, of hello, or of some later frame. */
const cutWithinBytes = 3_000
/** A hole opens only once the upgrade is through, or nothing but the upgrade would ever be tested. */
const holeFromBytes = 300

export function fateOf(name: FateName, random: Random, { end, reset }: Ends): Fate {
  switch (name) {
    case 'pass':
      return (chunk, _, write) => write(chunk)
    case 'cut':
      return limited(random.int(0, cutWithinBytes), end)
    case 'rst':
      return limited(random.int(0, cutWithinBytes), reset)
    case 'slice':
      return slice(random)
    case 'lag':
      return lag(random)
    case 'hole':
      return swallow(random.int(holeFromBytes, cutWithinBytes), ['up', 'down'])
    case 'deaf up':
      return swallow(random.int(holeFromBytes, cutWithinBytes), ['up'])
    case 'deaf down':
      return swallow(random.int(holeFromBytes, cutWithinBytes), ['down'])
    default:
      return name satisfies never
  }
}

/** So many bytes, both ways together; then it is over, in the middle of whatever it was. */
function limited(bytes: number, over: () => void): Fate {
  let left = bytes
  return async (chunk, _, write) => {
    const part = chunk.subarray(0, left)
    if (part.length > 0) write(part)
    left -= part.length
    if (left > 0) return
    // What was written is to arrive first.
    await pause(1)
    over()
  }
}

function slice(random: Random): Fate {
  return async (chunk, _, write) => {
    for (let at = 0; at < chunk.length; ) {
      const next = at + random.int(1, sliceBytes)
      write(chunk.subarray(at, next))
      at = next
      await new Promise(resolve => setImmediate(resolve))
    }
  }
}

function lag(random: Random): Fate {
  return async (chunk, _, write) => {
    await pause(random.int(0, lagMs))
    write(chunk)
  }
}

/** The connection stays, and nothing comes through any more. */
function swallow(afterBytes: number, sides: readonly Side[]): Fate {
  let seen = 0
  return (chunk, side, write) => {
    seen += chunk.length
    if (seen < afterBytes || !sides.includes(side)) write(chunk)
  }
}
