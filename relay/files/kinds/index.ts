import { isUtf8 } from 'node:buffer'
import { Broken, type Picture } from './bytes.ts'
import { readGif } from './gif.ts'
import { jpegMark, readJpeg } from './jpeg.ts'
import { pngMark, readPng } from './png.ts'
import { readWebp } from './webp.ts'

/** A kind of file that may be sent. */
export interface Kind {
  type: string
  /** What its names end with, the usual one first. */
  endings: readonly [string, ...string[]]
  /** By the first bytes. */
  is(bytes: Buffer): boolean
  /** Throws `Broken` or `TooManyPixels`. */
  read(bytes: Buffer): Picture | { bytes: Buffer }
}

const begins = (bytes: Buffer, mark: string, at = 0): boolean =>
  bytes.toString('latin1', at, at + mark.length) === mark

const lastBytes = 2_048
/** What stands in no text, unless it parts its words and lines. */
const control = /(?![\t\n\f\r])\p{Cc}/u

/** All kinds, by the names that the configuration has for them. The last one fits what no other does. */
export const kinds = {
  png: {
    type: 'image/png',
    endings: ['png'],
    is: bytes => bytes.subarray(0, pngMark.length).equals(pngMark),
    read: readPng
  },
  jpeg: {
    type: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    is: bytes => bytes.subarray(0, jpegMark.length).equals(jpegMark),
    read: readJpeg
  },
  webp: {
    type: 'image/webp',
    endings: ['webp'],
    is: bytes => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8),
    read: readWebp
  },
  gif: {
    type: 'image/gif',
    endings: ['gif'],
    is: bytes => begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a'),
    read: readGif
  },
  pdf: {
    type: 'application/pdf',
    endings: ['pdf'],
    is: bytes => /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8)),
    read(bytes) {
      if (!bytes.subarray(-lastBytes).includes('%%EOF')) throw new Broken('it ends too early')
      return { bytes }
    }
  },
  text: {
    type: 'text/plain; charset=utf-8',
    endings: ['txt', 'csv', 'log', 'md'],
    is: isText,
    read: bytes => ({ bytes })
  }
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]

/** UTF-8 in lines, and no markup. */
function isText(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false
  const text = bytes.toString('utf8')
  return !control.test(text) && !/^[\s\uFEFF]*</.test(text)
}
