/** A walk over bytes. Whoever goes beyond their end is told by an exception, caught in one place: `look`. */
export class Walk {
  readonly bytes: Buffer
  at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  take(length: number): Buffer {
    if (length > this.left) throw new Broken('it ends too early')
    const taken = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    return taken
  }

  byte(): number {
    return this.take(1).readUInt8()
  }
}

/** A container that is not what it says. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** What was read of an image: put together anew. */
export interface Picture {
  bytes: Buffer
  width: number
  height: number
}

/** No phone takes a larger picture, and every browser can show this. */
const mostPixels = 100_000_000
const longestSide = 20_000

/** A few bytes can claim pixels without end, and whoever shows them pays for each. */
export function sized(width: number, height: number): { width: number; height: number } {
  if (width < 1 || height < 1) throw new Broken('it has no pixels')
  if (width > longestSide || height > longestSide || width * height > mostPixels) throw new TooManyPixels()
  return { width, height }
}

export class TooManyPixels extends Error {
  override readonly name = 'TooManyPixels'
}
