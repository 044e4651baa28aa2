import { crc32 } from 'node:zlib'
import { Broken, type Picture, sized, Walk } from './bytes.ts'

export const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What the picture is made of, its frames among it. All other chunks say something about it, or anything at all. */
const needed = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT'.split(' '))
const mostChunks = 100_000

/** Chunk by chunk, each with its checksum, from the first to the last; what stands behind that is left out. */
export function readPng(bytes: Buffer): Picture {
  const walk = new Walk(bytes)
  const kept = [walk.take(pngMark.length)]
  let size: { width: number; height: number } | undefined
  let data = false
  for (let count = 0; count < mostChunks; count += 1) {
    const { name, body, whole } = chunk(walk)
    if ((name === 'IHDR') !== (count === 0)) throw new Broken('its header is not in its place')
    if (name === 'IHDR') size = header(body)
    if (name === 'fcTL') frame(body, size)
    if (needed.has(name)) kept.push(whole)
    data ||= name === 'IDAT'
    if (name === 'IEND' && data && size) return { bytes: Buffer.concat(kept), ...size }
    if (name === 'IEND') break
  }
  throw new Broken('it has no data')
}

function chunk(walk: Walk) {
  const from = walk.at
  const length = walk.take(4).readUInt32BE()
  const named = walk.take(length + 4)
  if (walk.take(4).readUInt32BE() !== crc32(named)) throw new Broken('a checksum is wrong')
  const whole = walk.bytes.subarray(from, walk.at)
  return { name: named.toString('latin1', 0, 4), body: named.subarray(4), whole }
}

function header(body: Buffer) {
  if (body.length !== 13) throw new Broken('its header has another length')
  return sized(body.readUInt32BE(0), body.readUInt32BE(4))
}

/** A frame is no larger than its picture. */
function frame(body: Buffer, size: { width: number; height: number } | undefined): void {
  if (body.length !== 26 || !size) throw new Broken('a frame is not in its place')
  const [width, height, x, y] = [4, 8, 12, 16].map(at => body.readUInt32BE(at))
  const fits = (side = 0, from = 0, whole: number) => side >= 1 && from + side <= whole
  if (!fits(width, x, size.width) || !fits(height, y, size.height)) throw new Broken('a frame is too large')
}
