import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pictures of pages have few colours: with 256 of them they are a third as large, and look the same. */
const most = 256
/** Of the commonest colours so many stay exactly as they are. */
const exact = 24
/** Others are taken in where nothing so near is there already: first what is far from all, then ever nearer. */
const aparts = [60, 40, 28, 20, 14, 10, 7, 4, 2, 0]

interface Picture {
  width: number
  height: number
  /** Of each pixel, as 0xRRGGBB. */
  pixels: Uint32Array
}

/** The same picture in a palette. It takes what browsers make: eight bits a channel, no interlace. */
export function smallPng(png: Buffer): Buffer {
  const picture = read(png)
  const palette = paletteOf(picture.pixels)
  return write(picture, palette)
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

function read(png: Buffer): Picture {
  const chunks = [...chunksOf(png)]
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  if (!head) throw new Error('this is no PNG')
  const [width, height, depth, colour, interlaced] = [
    head.readUInt32BE(0),
    head.readUInt32BE(4),
    head[8],
    head[9],
    head[12]
  ]
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
    throw new Error('this PNG is not as browsers make them')
  const bytes = colour === 2 ? 3 : 4
  const rows = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  )
  unfilter(rows, { height, stride: width * bytes, bytes })
  const pixels = new Uint32Array(width * height)
  for (let nth = 0; nth < pixels.length; nth += 1) {
    const at = Math.floor(nth / width) * (width * bytes + 1) + 1 + (nth % width) * bytes
    pixels[nth] = rows.readUIntBE(at, 3)
  }
  return { width, height, pixels }
}

/** In place: each row says by which of its neighbours its bytes are told. */
function unfilter(
  rows: Buffer,
  { height, stride, bytes }: { height: number; stride: number; bytes: number }
): void {
  for (let row = 0; row < height; row += 1) {
    const from = row * (stride + 1) + 1
    const kind = rows[from - 1] ?? 0
    for (let x = 0; x < stride; x += 1) {
      const left = x < bytes ? 0 : (rows[from + x - bytes] ?? 0)
      const above = row === 0 ? 0 : (rows[from + x - stride - 1] ?? 0)
      const corner = row === 0 || x < bytes ? 0 : (rows[from + x - stride - 1 - bytes] ?? 0)
      rows[from + x] = ((rows[from + x] ?? 0) + told(kind, { left, above, corner })) & 0xff
    }
  }
}

function told(
  kind: number,
  { left, above, corner }: { left: number; above: number; corner: number }
): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return above
  if (kind === 3) return (left + above) >> 1
  const toLeft = Math.abs(above - corner)
  const toAbove = Math.abs(left - corner)
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

function paletteOf(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const common = [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour)
  const palette = common.slice(0, exact)
  const takeIn = (apart: number) => (colour: number) => {
    if (palette.length < most && distance(colour, nearest(palette, colour)) > apart ** 2) palette.push(colour)
  }
  for (const apart of aparts) common.forEach(takeIn(apart))
  return palette
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16)
  const green = ((one >> 8) & 0xff) - ((other >> 8) & 0xff)
  const blue = (one & 0xff) - (other & 0xff)
  return red * red + green * green + blue * blue
}

const nearest = (palette: readonly number[], colour: number): number =>
  palette.reduce(
    (best, one) => (distance(one, colour) < distance(best, colour) ? one : best),
    palette[0] ?? 0
  )

function write({ width, height, pixels }: Picture, palette: readonly number[]): Buffer {
  const places = new Map<number, number>()
  const placeOf = (colour: number): number => {
    const known = places.get(colour) ?? palette.indexOf(nearest(palette, colour))
    places.set(colour, known)
    return known
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (const [nth, pixel] of pixels.entries())
    rows[Math.floor(nth / width) * (width + 1) + 1 + (nth % width)] = placeOf(pixel)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits, a palette.
  head[8] = 8
  head[9] = 3
  const colours = Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
