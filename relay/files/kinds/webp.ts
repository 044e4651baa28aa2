import { Broken, type Picture, sized, Walk } from './bytes.ts'

type Size = Pick<Picture, 'width' | 'height'>

const needed = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** In VP8X: there is a profile, EXIF, XMP. */
const about = 0x20 | 0x08 | 0x04
const mostChunks = 10_000

/** Chunk by chunk up to the length that it says. */
export function readWebp(bytes: Buffer): Picture {
  const walk = new Walk(bytes)
  const riff = walk.take(12)
  const length = riff.readUInt32LE(4)
  if (length + 8 > bytes.length || length < 12) throw new Broken('it ends too early')
  const chunks = chunksIn(new Walk(bytes.subarray(12, length + 8)))
  const kept = chunks.filter(({ name }) => needed.has(name))
  const size = kept[0] && sizeOf(kept[0])
  if (!size || !kept.some(({ name }) => pictures.has(name))) throw new Broken('it has no picture')
  for (const one of kept) fits(one, size)
  return { bytes: put(kept.map(plain)), ...size }
}

interface Chunk {
  name: string
  body: Buffer
}
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF'])

function chunksIn(walk: Walk): Chunk[] {
  const found: Chunk[] = []
  while (walk.left > 0 && found.length < mostChunks) {
    const name = walk.take(4).toString('latin1')
    const length = walk.take(4).readUInt32LE()
    const body = walk.take(length)
    if (length % 2 === 1) walk.take(1)
    found.push({ name, body })
  }
  if (walk.left > 0) throw new Broken('it has too many parts')
  return found
}

function sizeOf({ name, body }: Chunk): Size | undefined {
  if (name === 'VP8X' && body.length === 10)
    return sized(body.readUIntLE(4, 3) + 1, body.readUIntLE(7, 3) + 1)
  if (name === 'VP8 ' && body.length >= 10 && body.readUIntBE(3, 3) === 0x9d012a)
    return sized(body.readUInt16LE(6) & 0x3fff, body.readUInt16LE(8) & 0x3fff)
  if (name === 'VP8L' && body.length >= 5 && body.readUInt8() === 0x2f) {
    const bits = body.readUInt32LE(1)
    return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
  }
  return undefined
}

/** What is shown is as large as what was said to be, and no frame is larger. */
function fits({ name, body }: Chunk, { width, height }: Size): void {
  if (name === 'ANMF') return frame(body, { width, height })
  if (name !== 'VP8 ' && name !== 'VP8L') return
  const own = sizeOf({ name, body })
  if (own?.width !== width || own.height !== height) throw new Broken('its sizes differ')
}

function frame(body: Buffer, { width, height }: Size): void {
  if (body.length < 24) throw new Broken('a frame is too short')
  const number = (at: number) => body.readUIntLE(at, 3)
  const size = { width: number(6) + 1, height: number(9) + 1 }
  if (number(0) * 2 + size.width > width || number(3) * 2 + size.height > height)
    throw new Broken('a frame is too large')
  const parts = chunksIn(new Walk(body.subarray(16)))
  if (!parts.some(({ name }) => name === 'VP8 ' || name === 'VP8L'))
    throw new Broken('a frame has no picture')
  for (const part of parts) if (part.name !== 'ANMF') fits(part, size)
}

/** Nothing says any more that there is something about it; in a frame nothing but its picture is. */
function plain({ name, body }: Chunk): Chunk {
  if (name === 'VP8X') {
    const copy = Buffer.from(body)
    copy.writeUInt8(copy.readUInt8() & ~about)
    return { name, body: copy }
  }
  if (name !== 'ANMF') return { name, body }
  const parts = chunksIn(new Walk(body.subarray(16))).filter(part => inFrames.has(part.name))
  return { name, body: Buffer.concat([body.subarray(0, 16), ...parts.map(written)]) }
}
const inFrames = new Set(['VP8 ', 'VP8L', 'ALPH'])

function written({ name, body }: Chunk): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function put(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks.map(written)])
  return written({ name: 'RIFF', body })
}
