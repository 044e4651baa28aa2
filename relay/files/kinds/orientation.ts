/** Which way is up stands among where the picture was taken and by what. Of all that it alone is kept. */

const tag = 0x0112
const lead = 'Exif\0\0'
const mostTags = 500

/** 1 to 8; undefined where this is no EXIF, or does not say it. */
export function orientationIn(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 0, lead.length) !== lead) return undefined
  const tiff = segment.subarray(lead.length)
  if (tiff.length < 14) return undefined
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return undefined
  const count = Math.min(short(first), mostTags)
  for (let i = 0; i < count; i += 1) {
    const at = first + 2 + i * 12
    if (at + 12 > tiff.length) return undefined
    if (short(at) === tag) return known(short(at + 8))
  }
  return undefined
}

const known = (way: number): number | undefined => (way >= 1 && way <= 8 ? way : undefined)

/** A segment of EXIF that says this and nothing else. */
export function orientationOnly(way: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex')
  tiff.writeUInt16BE(way, 18)
  const body = Buffer.concat([Buffer.from(lead, 'latin1'), tiff])
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, body.length + 2]), body])
}
