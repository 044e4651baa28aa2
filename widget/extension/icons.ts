import { crc32, deflateSync } from 'node:zlib'

/** A speech bubble on a blue tile, as a PNG of this many pixels a side. */
export function icon(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) => rowOf(size, y))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // 8 bits a channel, with alpha.
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const tile = [0x1f, 0x5f, 0xd6] as const
const white = [0xff, 0xff, 0xff] as const
/** Points looked at in each pixel, a side. */
const fine = 4

function rowOf(size: number, y: number): Buffer {
  // Each row begins with its filter: none.
  const row = Buffer.alloc(1 + size * 4)
  for (let x = 0; x < size; x += 1) row.set(pixel(size, x, y), 1 + x * 4)
  return row
}

function pixel(size: number, x: number, y: number): number[] {
  const points = Array.from({ length: fine * fine }, (_, i) => ({
    x: (x + ((i % fine) + 0.5) / fine) / size,
    y: (y + (Math.floor(i / fine) + 0.5) / fine) / size
  }))
  const share = (inside: (point: Point) => boolean) => points.filter(inside).length / points.length
  const bubble = share(isBubble)
  const color = tile.map((part, i) => Math.round(part + ((white[i] ?? 0) - part) * bubble))
  return [...color, Math.round(share(isTile) * 255)]
}

/** From 0 to 1, from the left and from above. */
interface Point {
  x: number
  y: number
}

const isTile = (point: Point) => isRounded(point, { left: 0, top: 0, right: 1, bottom: 1, radius: 0.22 })
const isBubble = (point: Point) =>
  isRounded(point, { left: 0.2, top: 0.22, right: 0.8, bottom: 0.66, radius: 0.18 }) || isTip(point)
/** The tip of the bubble: below its left half, pointed. */
const isTip = ({ x, y }: Point) => y >= 0.6 && y <= 0.84 && x >= 0.32 && x - 0.32 <= (0.84 - y) * 0.95

function isRounded(
  { x, y }: Point,
  { left, top, right, bottom, radius }: Record<'left' | 'top' | 'right' | 'bottom' | 'radius', number>
) {
  const across = Math.max(left + radius - x, x - right + radius, 0)
  const down = Math.max(top + radius - y, y - bottom + radius, 0)
  return Math.hypot(across, down) <= radius
}
