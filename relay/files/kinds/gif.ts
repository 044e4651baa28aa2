import { Broken, type Picture, sized, Walk } from './bytes.ts'

const [image, extension, trailer] = [0x2c, 0x21, 0x3b] as const
const [control, application] = [0xf9, 0xff] as const
const mostFrames = 2_000
const loops = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** Block by block up to its end: pictures, how long each is shown, and how often. */
export function readGif(bytes: Buffer): Picture {
  const walk = new Walk(bytes)
  const screen = walk.take(13)
  const size = sized(screen.readUInt16LE(6), screen.readUInt16LE(8))
  const kept = [screen, walk.take(colours(screen.readUInt8(10)))]
  for (let frames = 0; frames <= mostFrames; ) {
    const mark = walk.byte()
    if (mark === trailer && frames > 0) return { bytes: Buffer.concat([...kept, end]), ...size }
    if (mark === image) frames += 1
    kept.push(mark === image ? frame(walk, size) : extended(walk, mark))
  }
  throw new Broken('it has too many pictures')
}

const end = Buffer.from([trailer])
const none = Buffer.alloc(0)

/** The bytes of a table of colours, as its flags say. */
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function frame(walk: Walk, size: { width: number; height: number }): Buffer {
  const from = walk.at - 1
  const head = walk.take(9)
  const [x = 0, y = 0, width = 0, height = 0] = [0, 2, 4, 6].map(at => head.readUInt16LE(at))
  if (x + width > size.width || y + height > size.height) throw new Broken('a picture is too large')
  walk.take(colours(head.readUInt8(8)))
  const codes = walk.byte()
  if (codes < 1 || codes > 11) throw new Broken('a picture cannot be read')
  blocks(walk)
  return walk.bytes.subarray(from, walk.at)
}

/** What programs say in it is left out. */
function extended(walk: Walk, mark: number): Buffer {
  if (mark !== extension) throw new Broken('a block is not in its place')
  const from = walk.at - 1
  const kind = walk.byte()
  const first = walk.at
  blocks(walk)
  const body = walk.bytes.subarray(first, walk.at)
  const needed =
    (kind === control && body.length === 6) ||
    (kind === application && body.length === 17 && loops.has(body.toString('latin1', 1, 12)))
  return needed ? walk.bytes.subarray(from, walk.at) : none
}

function blocks(walk: Walk): void {
  for (;;) {
    const length = walk.byte()
    if (length === 0) return
    walk.take(length)
  }
}
