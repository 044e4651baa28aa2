import { Broken, type Picture, sized, Walk } from './bytes.ts'
import { orientationIn, orientationOnly } from './orientation.ts'

export const jpegMark = Buffer.from([0xff, 0xd8, 0xff])

const [soi, eoi, sos, dqt, dri, dnl, dac] = [0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xdc, 0xcc] as const
const [app0, app1, app14, app15, com] = [0xe0, 0xe1, 0xee, 0xef, 0xfe] as const
/** Frame headers but for the three in their midst that are none; tables among them. */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && !notFrames.has(mark)
const notFrames = new Set<number>([0xc4, 0xc8, dac])
const tables = new Set<number>([0xc4, dac, dqt, dri, dnl])
const isRestart = (mark: number) => mark >= 0xd0 && mark <= 0xd7

/** What has been read of one. */
interface Read {
  kept: Buffer[]
  size?: { width: number; height: number }
  /** 1 to 8, where it says so. */
  orientation?: number
  scanned: boolean
}

/** Segment by segment up to its end; whatever says something about the picture is left out, but which way is up. */
export function readJpeg(bytes: Buffer): Picture {
  const walk = new Walk(bytes)
  const read: Read = { kept: [], scanned: false }
  if (walk.take(2).readUInt16BE() !== 0xff00 + soi) throw new Broken('it does not begin')
  for (;;) {
    const mark = marker(walk)
    if (mark === eoi) return finished(read)
    segment(walk, mark, read)
  }
}

function finished({ kept, size, scanned, orientation = 1 }: Read): Picture {
  if (!size || !scanned) throw new Broken('it has no picture')
  const turned = orientation > 4 ? { width: size.height, height: size.width } : size
  const way = orientation === 1 ? [] : [orientationOnly(orientation)]
  return { bytes: Buffer.concat([begin, ...way, ...kept, end]), ...turned }
}

const begin = Buffer.from([0xff, soi])
const end = Buffer.from([0xff, eoi])

function marker(walk: Walk): number {
  if (walk.byte() !== 0xff) throw new Broken('a segment is not in its place')
  for (;;) {
    const mark = walk.byte()
    if (mark !== 0xff) return mark
  }
}

function segment(walk: Walk, mark: number, read: Read): void {
  const length = walk.take(2).readUInt16BE()
  if (length < 2) throw new Broken('a segment is too short')
  const body = walk.take(length - 2)
  if (mark === app1) read.orientation ??= orientationIn(body) ?? 1
  if (isSaidAbout(mark, body)) return
  if (isFrame(mark)) read.size = frame(body, read)
  else if (mark !== sos && mark !== app0 && mark !== app14 && !tables.has(mark))
    throw new Broken('it has a segment that no picture has')
  read.kept.push(whole(mark, mark === app0 ? body.subarray(0, 14) : body))
  if (mark === sos) scan(walk, read)
}

/** Of what programs add, how its colours are to be read is kept: its density, and Adobe's transform. */
function isSaidAbout(mark: number, body: Buffer): boolean {
  if (mark === com) return true
  if (mark === app0) return !(body.length >= 14 && begins(body, 'JFIF\0'))
  if (mark === app14) return !(body.length === 12 && begins(body, 'Adobe'))
  return mark > app0 && mark <= app15
}

const begins = (body: Buffer, words: string): boolean => body.toString('latin1', 0, words.length) === words

/** With the length that it has now, and without the small picture that JFIF may hold. */
function whole(mark: number, body: Buffer): Buffer {
  const copy = Buffer.from(body)
  if (mark === app0) copy.writeUInt16BE(0, 12)
  const head = Buffer.from([0xff, mark, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, copy])
}

function frame(body: Buffer, { size }: Read) {
  if (body.length < 6 || size) throw new Broken('it has not one frame')
  return sized(body.readUInt16BE(3), body.readUInt16BE(1))
}

/** Its data goes up to the next marker. */
function scan(walk: Walk, read: Read): void {
  if (!read.size) throw new Broken('it has data before its frame')
  const from = walk.at
  for (;;) {
    const at = walk.bytes.indexOf(0xff, walk.at)
    if (at < 0 || at + 1 >= walk.bytes.length) throw new Broken('it ends too early')
    const next = walk.bytes.readUInt8(at + 1)
    walk.at = at + (next === 0xff ? 1 : 2)
    if (next === 0 || next === 0xff || isRestart(next)) continue
    walk.at = at
    break
  }
  read.scanned = true
  read.kept.push(walk.bytes.subarray(from, walk.at))
}
