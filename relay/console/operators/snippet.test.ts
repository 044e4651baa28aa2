import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snippetOf } from './snippet.ts'

const shown = (text: string, looked: string) =>
  snippetOf(text, looked).replaceAll('\u0002', '[').replaceAll('\u0003', ']')

test('[OP23] the words that were looked for are marked, however they are written', () => {
  expect(shown('Where is my order?', 'order')).toBe('Where is my [order]?')
  expect(shown('Mein Gruß an Zoë', 'ZOE')).toBe('Mein Gruß an [Zoë]')
  expect(shown('Ordering an order', 'order')).toBe('[Ordering] an [order]')
  expect(shown('Ordering an order', 'order ')).toBe('Ordering an [order]')
  expect(shown('我的订单在哪里', '订单')).toBe('我的[订][单]在哪里')
})

test('[OP23] a long text is cut between words around the first that was found', () => {
  const text = `${'before '.repeat(50)}needle ${'after '.repeat(50)}`
  const piece = shown(text, 'needle')
  expect(piece).toMatch(/^…(before )+\[needle\]( after)+…$/)
  expect(piece.length).toBeLessThan(160)
})

test('[OP23] whatever a text holds, its own signs mark nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, looked) => {
      const piece = snippetOf(`\u0003${text}\u0002`, looked)
      const signs = piece
        .split('')
        .filter(sign => sign === '\u0002' || sign === '\u0003')
        .join('')
      expect(signs).toBe('\u0002\u0003'.repeat(signs.length / 2))
      expect(piece.length).toBeLessThanOrEqual(text.length + signs.length + 2)
    })
  )
})
