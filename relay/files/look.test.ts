import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chunk,
  exif,
  gif,
  gifFrame,
  gifSays,
  jpeg,
  part,
  pdf,
  png,
  pngHeader,
  segment,
  webp
} from '../testing/pictures.ts'
import { kindNames } from './kinds/index.ts'
import { type Looked, look } from './look.ts'
import { dispositionOf, nameFor } from './name.ts'

const secret = 'GPS-59.9139-10.7522-Ada'
const words = Buffer.from(secret)
const script = '<script>alert(1)</script>'
const usual = ['png', 'jpeg', 'webp', 'gif', 'pdf'] as const

/** What must not be kept: by what it is, its bytes, why it is refused. */
const refused: readonly [what: string, bytes: Buffer, why: string][] = [
  ['nothing', Buffer.alloc(0), 'empty'],
  ['SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 'type'],
  [
    'SVG behind a declaration',
    Buffer.from(`<?xml version="1.0"?>\n<!DOCTYPE svg><svg onload="alert(1)"/>`),
    'type'
  ],
  ['SVG behind a byte order mark', Buffer.from(`\uFEFF<svg onload="alert(1)"/>`), 'type'],
  ['SVG in UTF-16', Buffer.from(`\uFEFF<svg onload="alert(1)"/>`, 'utf16le'), 'type'],
  ['compressed SVG', Buffer.from('1f8b0800000000000003', 'hex'), 'type'],
  ['HTML', Buffer.from(`<!doctype html>${script}`), 'type'],
  ['HTML behind white space', Buffer.from(`\n\t  ${script}`), 'type'],
  ['HTML behind a comment', Buffer.from(`<!-- %PDF-1.7 -->${script}`), 'type'],
  [
    'XML',
    Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    'type'
  ],
  ['MHTML', Buffer.from(`MIME-Version: 1.0\0\nContent-Type: text/html\n\n${script}`), 'type'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n\0'), 'type'],
  ['a program of Windows', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'type'],
  ['a program of Linux', Buffer.from('7f454c4602010100', 'hex'), 'type'],
  ['a program of macOS', Buffer.from('cffaedfe07000001', 'hex'), 'type'],
  ['Java', Buffer.from('cafebabe00000034', 'hex'), 'type'],
  ['WebAssembly', Buffer.from('0061736d01000000', 'hex'), 'type'],
  ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'type'],
  [
    'an archive that unpacks without end',
    Buffer.concat([Buffer.from('504b0304', 'hex'), deflateSync(Buffer.alloc(100_000))]),
    'type'
  ],
  ['RAR', Buffer.from('526172211a0701', 'hex'), 'type'],
  ['7z', Buffer.from('377abcaf271c', 'hex'), 'type'],
  ['Flash', Buffer.from('43575300', 'hex'), 'type'],
  ['TIFF', Buffer.from('49492a0008000000', 'hex'), 'type'],
  ['BMP', Buffer.from('424d460000000000', 'hex'), 'type'],
  ['ICO', Buffer.from('00000100010010100000', 'hex'), 'type'],
  ['HEIC', Buffer.from('0000001c667479706865696300000000', 'hex'), 'type'],
  ['a film', Buffer.from('00000020667479706d703432', 'hex'), 'type'],
  ['a shortcut of Windows', Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), 'type'],
  ['an old document of Office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'type'],
  ['PostScript', Buffer.from('%!PS-Adobe-3.0\n\0'), 'type'],
  ['RTF', Buffer.from('{\\rtf1\\ansi\0}'), 'type'],
  ['noughts', Buffer.alloc(64), 'type'],
  ['a PNG behind white space', Buffer.concat([Buffer.from(' '), png()]), 'type'],
  ['a PDF behind other bytes', Buffer.concat([Buffer.from('GARBAGE\0'), pdf()]), 'type'],
  ['a PDF of no version', Buffer.from('%PDF-9\n\0%%EOF'), 'type'],
  ['the mark of PNG alone', png().subarray(0, 8), 'broken'],
  ['a PNG without its header', Buffer.concat([png().subarray(0, 8), png().subarray(33)]), 'broken'],
  ['a PNG that breaks off', png().subarray(0, -20), 'broken'],
  [
    'a PNG without data',
    Buffer.concat([png().subarray(0, 8), pngHeader(2, 2), chunk('IEND', Buffer.alloc(0))]),
    'broken'
  ],
  ['a PNG with a wrong checksum', flipped(png(), 29), 'broken'],
  [
    'a PNG whose chunk has no end',
    Buffer.concat([png().subarray(0, 8), Buffer.from('ffffffff49484452', 'hex')]),
    'broken'
  ],
  ['a PNG with two headers', png(2, 2, [pngHeader(9, 9)]), 'broken'],
  [
    'a PNG with a header that is too long',
    Buffer.concat([png().subarray(0, 8), chunk('IHDR', Buffer.alloc(30, 1))]),
    'broken'
  ],
  ['a PNG of 50,000 by 50,000', png(50_000, 50_000), 'pixels'],
  ['a PNG of 2^32 - 1 by 1', png(4_294_967_295, 1), 'pixels'],
  ['a PNG of 15,000 by 15,000', png(15_000, 15_000), 'pixels'],
  ['a PNG without pixels', png(0, 5), 'broken'],
  ['a PNG whose frame is larger', png(2, 2, [chunk('fcTL', frameControl(9, 9))]), 'broken'],
  ['the mark of JPEG alone', Buffer.from('ffd8ffe0', 'hex'), 'broken'],
  ['a JPEG that breaks off', jpeg().subarray(0, -4), 'broken'],
  ['a JPEG that ends at once', Buffer.from('ffd8ffd9', 'hex'), 'broken'],
  ['a JPEG with HTML for data', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.from(script)]), 'broken'],
  ['a JPEG with a segment without length', Buffer.from('ffd8ffe00000', 'hex'), 'broken'],
  ['a JPEG of 65,535 by 65,535', jpeg(65_535, 65_535), 'pixels'],
  ['a JPEG without height', jpeg(5, 0), 'broken'],
  [
    'a JPEG of two frames',
    jpeg(2, 2, [segment(0xc0, Buffer.from([8, 0, 9, 0, 9, 1, 1, 0x11, 0]))]),
    'broken'
  ],
  ['a JPEG with a segment of nobody', jpeg(2, 2, [segment(0x02, words)]), 'broken'],
  ['the mark of GIF alone', Buffer.from('GIF89a'), 'broken'],
  ['a GIF that is a script', Buffer.from('GIF89a/\0*\0/=1;alert(1)//'), 'broken'],
  ['a GIF that breaks off', gif().subarray(0, -3), 'broken'],
  ['a GIF of 65,535 by 65,535', gif(65_535, 65_535), 'pixels'],
  ['a GIF whose picture is larger', gif(2, 2, [gifFrame(900, 900)]), 'broken'],
  [
    'a GIF with too many pictures',
    gif(
      2,
      2,
      Array.from({ length: 2_100 }, () => gifFrame(1, 1))
    ),
    'broken'
  ],
  ['a WebP that breaks off', webp().subarray(0, -6), 'broken'],
  [
    'a WebP without a picture',
    part('RIFF', Buffer.concat([Buffer.from('WEBP'), part('EXIF', words)])),
    'broken'
  ],
  ['a WebP of 16,384 by 16,384', webp(16_384, 16_384), 'pixels'],
  ['a WebP of two sizes', webpOfTwoSizes(), 'broken'],
  ['a PDF that breaks off', pdf().subarray(0, -9), 'broken'],
  ['a sound in RIFF', part('RIFF', Buffer.from('WAVEfmt ')), 'type']
]

/** Pictures with what nobody should be told, and what must be left of them. */
const stripped: readonly [what: string, bytes: Buffer, left: Buffer][] = [
  ['words in a PNG', png(2, 1, [chunk('tEXt', words), chunk('iTXt', words), chunk('zTXt', words)]), png()],
  ['EXIF in a PNG', png(2, 1, [chunk('eXIf', words), chunk('tIME', Buffer.alloc(7))]), png()],
  ['a profile in a PNG', png(2, 1, [chunk('iCCP', words)]), png()],
  ['an own chunk in a PNG', png(2, 1, [chunk('prVt', words)]), png()],
  ['HTML behind a PNG', png(2, 1, [], Buffer.from(script + secret)), png()],
  ['an archive behind a PNG', png(2, 1, [], Buffer.concat([Buffer.from('504b0304', 'hex'), words])), png()],
  ['EXIF in a JPEG', jpeg(3, 2, [segment(0xe1, exif(1, secret))]), jpeg()],
  [
    'XMP in a JPEG',
    jpeg(3, 2, [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secret}`))]),
    jpeg()
  ],
  ['IPTC in a JPEG', jpeg(3, 2, [segment(0xed, words)]), jpeg()],
  ['a comment in a JPEG', jpeg(3, 2, [segment(0xfe, words)]), jpeg()],
  ['a profile in a JPEG', jpeg(3, 2, [segment(0xe2, Buffer.from(`ICC_PROFILE\0${secret}`))]), jpeg()],
  [
    'a thumbnail in a JPEG',
    jpeg(3, 2, [segment(0xe0, Buffer.from(`JFXX\0\x10${secret}`, 'latin1'))]),
    jpeg()
  ],
  ['a second picture behind a JPEG', jpeg(3, 2, [], jpeg(3, 2, [segment(0xfe, words)])), jpeg()],
  [
    'an archive behind a JPEG',
    jpeg(3, 2, [], Buffer.concat([Buffer.from('504b0304', 'hex'), words])),
    jpeg()
  ],
  ['a comment in a GIF', gif(2, 2, [gifSays(0xfe, secret)]), gif()],
  ['words of a program in a GIF', gif(2, 2, [gifSays(0xff, secret.slice(0, 11))]), gif()],
  ['words to be drawn in a GIF', gif(2, 2, [gifSays(0x01, secret)]), gif()],
  ['HTML behind a GIF', gif(2, 2, [], Buffer.from(script + secret)), gif()],
  ['EXIF and XMP in a WebP', webp(2, 3, [part('EXIF', words), part('XMP ', words)]), plainWebp()],
  ['a profile in a WebP', webp(2, 3, [part('ICCP', words)]), plainWebp()],
  ['an own part in a WebP', webp(2, 3, [part('EVIL', words)]), plainWebp()],
  [
    'an archive behind a WebP',
    webp(2, 3, [], Buffer.concat([Buffer.from('504b0304', 'hex'), words])),
    plainWebp()
  ]
]

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

function frameControl(width: number, height: number): Buffer {
  const body = Buffer.alloc(26)
  body.writeUInt32BE(width, 4)
  body.writeUInt32BE(height, 8)
  return body
}

function webpOfTwoSizes(): Buffer {
  const copy = webp(2, 3)
  copy.writeUIntLE(7, 24, 3)
  return copy
}

/** Its flags say no more that there is something about it. */
function plainWebp(): Buffer {
  const copy = webp(2, 3)
  copy.writeUInt8(0, 20)
  return copy
}

const fitting = (looked: Looked) => {
  if (!looked.fit) throw new Error(looked.why)
  return looked
}

describe('what is refused', () => {
  test.each(refused)('[FI10] %s', (_, bytes, why) => {
    expect(look(bytes, 'photo.png', kindNames)).toEqual({ fit: false, why })
  })

  test('[FI12] what claims too many pixels is refused before anything of it is held', () => {
    const claims = [png(50_000, 50_000), jpeg(65_535, 65_535), gif(65_535, 65_535), webp(16_384, 16_384)]
    for (const bytes of claims) {
      expect(bytes.length).toBeLessThan(1_000)
      expect(look(bytes, 'a', usual)).toEqual({ fit: false, why: 'pixels' })
    }
  })

  test('[FI10] a kind that the site does not take is refused, whatever it is called', () => {
    expect(look(pdf(), 'a.png', ['png', 'jpeg'])).toEqual({ fit: false, why: 'type' })
    expect(look(Buffer.from('plain words'), 'a.png', usual)).toEqual({ fit: false, why: 'type' })
  })
})

describe('what is kept', () => {
  test.each(stripped)('[FI11] without %s', (_, bytes, left) => {
    const looked = fitting(look(bytes, 'a', usual))
    expect(looked.bytes.includes(secret)).toBe(false)
    expect(looked.bytes.includes('script')).toBe(false)
    expect(looked.bytes.equals(left)).toBe(true)
    expect(fitting(look(looked.bytes, 'a', usual)).bytes.equals(left)).toBe(true)
  })

  test('[FI10] each kind is of its own type, whatever it is called', () => {
    const types = [png(), jpeg(), webp(), gif(), pdf(), Buffer.from('a,b\r\n1,2\n')].map(bytes => {
      const { type, name } = fitting(look(bytes, 'evil.html', kindNames))
      return [type, name]
    })
    expect(types).toEqual([
      ['image/png', 'evil.html.png'],
      ['image/jpeg', 'evil.html.jpg'],
      ['image/webp', 'evil.html.webp'],
      ['image/gif', 'evil.html.gif'],
      ['application/pdf', 'evil.html.pdf'],
      ['text/plain; charset=utf-8', 'evil.html.txt']
    ])
  })

  test('[FI10] a PDF is kept as it is, script and all: it is never more than an attachment', () => {
    const bytes = pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')
    expect(fitting(look(bytes, 'a.pdf', usual)).bytes.equals(bytes)).toBe(true)
  })

  test('[FI11] how large a picture is, is told as it will be seen', () => {
    const sizes = [png(7, 5), jpeg(7, 5), gif(7, 5), webp(7, 5)].map(bytes => {
      const { width, height } = fitting(look(bytes, 'a', usual))
      return [width, height]
    })
    expect(sizes).toEqual([
      [7, 5],
      [7, 5],
      [7, 5],
      [7, 5]
    ])
  })

  test.each(['II', 'MM'] as const)(
    '[FI11] a JPEG lies as the camera was held, and nothing else is told (%s)',
    order => {
      for (const way of [2, 3, 6, 8]) {
        const looked = fitting(look(jpeg(7, 5, [segment(0xe1, exif(way, secret, order))]), 'a', usual))
        expect(looked.bytes.includes(secret)).toBe(false)
        expect([looked.width, looked.height]).toEqual(way > 4 ? [5, 7] : [7, 5])
        const again = fitting(look(looked.bytes, 'a', usual))
        expect(again.bytes.equals(looked.bytes)).toBe(true)
        expect([again.width, again.height]).toEqual([looked.width, looked.height])
      }
    }
  )

  test('[FI11] EXIF that makes no sense is left out', () => {
    const odd = [
      exif(0, ''),
      exif(9, ''),
      exif(6, '').subarray(0, 20),
      Buffer.from('Exif\0\0XX*\0\0\0\0\xff')
    ]
    for (const body of odd) {
      expect(fitting(look(jpeg(7, 5, [segment(0xe1, body)]), 'a', usual)).bytes.equals(jpeg(7, 5))).toBe(true)
    }
  })

  test('[FI11] a film of a GIF goes on for ever as before', () => {
    const loop = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('NETSCAPE2.0'),
      Buffer.from([3, 1, 0, 0, 0])
    ])
    const wait = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0])
    const film = gif(2, 2, [loop, wait, gifFrame(2, 2), wait])
    expect(fitting(look(film, 'a', usual)).bytes.equals(film)).toBe(true)
  })
})

describe('whatever comes', () => {
  const whole: readonly Buffer[] = [
    png(5, 5, [chunk('tEXt', words)]),
    jpeg(5, 5, [segment(0xe1, exif(6, secret))]),
    gif(),
    webp(),
    pdf()
  ]

  test('[FI14] a file that is damaged anywhere is refused, or kept as one that is read the same again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
        fc.nat(),
        (bytes, changes, cut) => {
          const copy = Buffer.from(bytes.subarray(0, bytes.length - (cut % 3 === 0 ? cut % bytes.length : 0)))
          for (const [at, value] of changes) if (copy.length > 0) copy.writeUInt8(value, at % copy.length)
          const looked = look(copy, 'a', usual)
          if (!looked.fit) return
          const again = look(looked.bytes, 'a', usual)
          expect(again.fit && again.bytes.equals(looked.bytes)).toBe(true)
        }
      ),
      { numRuns: 2_000 }
    )
  })

  test('[FI14] any bytes behind the mark of a kind are read to the end or refused', () => {
    const marks: readonly Buffer[] = [
      png().subarray(0, 8),
      Buffer.from('ffd8ff', 'hex'),
      Buffer.from('GIF89a'),
      webp().subarray(0, 12)
    ]
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), (mark, rest) => {
        expect(typeof look(Buffer.concat([mark, rest]), 'a', usual).fit).toBe('boolean')
      }),
      { numRuns: 2_000 }
    )
  })
})

describe('names', () => {
  test.each([
    ['photo.PNG', 'photo.png'],
    ['report.v2.png', 'report.v2.png'],
    ['invoice.pdf.exe', 'invoice.pdf.exe.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Windows\\win.ini', 'win.ini.png'],
    ['a\0b.png', 'ab.png'],
    ['', 'file.png'],
    ['....', 'file.png'],
    ['.png', 'png.png'],
    ['CON', 'file-CON.png'],
    ['com1.png', 'file-com1.png'],
    ['\u202Egpj.exe', 'gpj.exe.png'],
    ['a\u2066b\u200Bc.png', 'abc.png'],
    ['line\r\nSet-Cookie: a=b.png', 'lineSet-Cookie a=b.png'],
    ['"><img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['  spaces   here .png', 'spaces here.png'],
    ['скан отчёта.png', 'скан отчёта.png'],
    ['📷.png', '📷.png'],
    ['\uD83D.png', 'png.png'],
    [`${'long'.repeat(200)}.png`, `${'long'.repeat(30)}.png`]
  ])('[FI13] %j is called %j', (called, name) => {
    expect(nameFor(called, ['png'])).toBe(name)
  })

  test('[FI13] a header has one line, whatever the name, and browsers that know more are told more', () => {
    expect(dispositionOf('скан "1".png')).toBe(
      `attachment; filename="____ _1_.png"; filename*=UTF-8''%D1%81%D0%BA%D0%B0%D0%BD%20%221%22.png`
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), called => {
        const header = dispositionOf(nameFor(called, ['png']))
        expect(header).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]+\.png"; filename\*=UTF-8''[\w.!~%$&+^`|#-]+\.png$/
        )
        expect(nameFor(nameFor(called, ['png']), ['png'])).toMatch(/\.png$/)
      })
    )
  })
})
