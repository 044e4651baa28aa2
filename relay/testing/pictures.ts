import { crc32, deflateSync } from 'node:zlib'

/** Pictures that are right in every byte, and what hides in such files. */

export function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

const pngMark = Buffer.from('89504e470d0a1a0a', 'hex')

export function pngHeader(width: number, height: number): Buffer {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width, 0)
  body.writeUInt32BE(height, 4)
  body.set([8, 2, 0, 0, 0], 8)
  return chunk('IHDR', body)
}

/** `more` stands between its header and its data, `behind` after its end. */
export function png(
  width = 2,
  height = 1,
  more: readonly Buffer[] = [],
  behind: Buffer = Buffer.alloc(0)
): Buffer {
  const rows = Math.min(height, 4)
  const raw = Buffer.alloc(rows * (1 + Math.min(width, 4) * 3))
  const data = chunk('IDAT', deflateSync(raw))
  return Buffer.concat([
    pngMark,
    pngHeader(width, height),
    ...more,
    data,
    chunk('IEND', Buffer.alloc(0)),
    behind
  ])
}

export function segment(mark: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF as a phone writes it: which way is up, and where it was taken. */
export function exif(orientation: number, place: string, order: 'II' | 'MM' = 'MM'): Buffer {
  const little = order === 'II'
  const tiff = Buffer.alloc(34)
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order, 'latin1')
  short(42, 2)
  long(8, 4)
  short(2, 8)
  for (const [i, [tag, value]] of [
    [0x0112, orientation],
    [0x8825, 34]
  ].entries()) {
    short(tag ?? 0, 10 + i * 12)
    short(i === 0 ? 3 : 4, 12 + i * 12)
    long(1, 14 + i * 12)
    if (i === 0) short(value ?? 0, 18)
    else long(value ?? 0, 30)
  }
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place)])
}

const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))

/** `more` stands before its tables, `behind` after its end. */
export function jpeg(
  width = 3,
  height = 2,
  more: readonly Buffer[] = [],
  behind: Buffer = Buffer.alloc(0)
): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  const scan = Buffer.from([1, 1, 0, 0, 63, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jfif,
    ...more,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(19, 0)),
    segment(0xda, scan),
    // Data with a stuffed byte and a restart in it.
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    behind
  ])
}

export function gif(
  width = 2,
  height = 2,
  more: readonly Buffer[] = [],
  behind: Buffer = Buffer.alloc(0)
): Buffer {
  const screen = Buffer.alloc(13)
  screen.write('GIF89a', 'latin1')
  screen.writeUInt16LE(width, 6)
  screen.writeUInt16LE(height, 8)
  screen.writeUInt8(0x80, 10)
  return Buffer.concat([screen, Buffer.alloc(6), ...more, gifFrame(1, 1), Buffer.from([0x3b]), behind])
}

export function gifFrame(width: number, height: number): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt8(0x2c)
  head.writeUInt16LE(width, 5)
  head.writeUInt16LE(height, 7)
  return Buffer.concat([head, Buffer.from([2, 2, 0x44, 0x01, 0])])
}

export const gifSays = (kind: number, words: string): Buffer =>
  Buffer.concat([Buffer.from([0x21, kind, words.length]), Buffer.from(words, 'latin1'), Buffer.from([0])])

export function part(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** Lossless, with what VP8X announces around it. */
export function webp(
  width = 2,
  height = 3,
  more: readonly Buffer[] = [],
  behind: Buffer = Buffer.alloc(0)
): Buffer {
  const bits = Buffer.alloc(9)
  bits.writeUInt8(0x2f)
  bits.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1)
  const extended = Buffer.alloc(10)
  extended.writeUInt8(0x2c)
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const chunks = [part('VP8X', extended), part('VP8L', bits), ...more]
  return Buffer.concat([part('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks])), behind])
}

export const pdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`)
