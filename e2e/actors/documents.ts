import { crc32, deflateSync } from 'node:zlib'

/** A file as somebody chooses it. */
export interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A picture that a browser draws: from one colour to another, so that it can be seen which way up it is. */
export function picture(name: string, width = 160, height = 100): Chosen {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + 3 * width))
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const shade = [40 + 180 * (x / width), 120 + 60 * (y / height), 200 - 150 * (x / width)]
    rows.set(shade, y * (1 + 3 * width) + 1 + 3 * x)
  }
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  const mark = Buffer.from('89504e470d0a1a0a', 'hex')
  return { name, mimeType: 'image/png', buffer: Buffer.concat([mark, ...parts]) }
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A document of about so many bytes. */
export function pdf(name: string, bytes = 0): Chosen {
  const inside = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${'x'.repeat(bytes)}\n`
  const buffer = Buffer.from(`${inside}trailer << /Root 1 0 R >>\n%%EOF\n`)
  return { name, mimeType: 'application/pdf', buffer }
}

/** Says by its name that it is a picture, and is a page with a script. */
export const disguised = (name: string): Chosen => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>')
})
