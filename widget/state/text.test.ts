import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, spoken } from './blocks.ts'
import { type Inline, inlineOf } from './inline.ts'

/** A tree as markup that is easy to read, for these tests alone. */
const write = (blocks: readonly Block[]): string => blocks.map(writeBlock).join('')

function writeBlock(block: Block): string {
  if (block.is === 'pre') return `<pre>${block.text}</pre>`
  if (block.is === 'p') return `<p>${block.of.map(writeInline).join('')}</p>`
  const items = block.items.map(item => `<li>${write(item)}</li>`).join('')
  return block.from === undefined ? `<ul>${items}</ul>` : `<ol ${block.from}>${items}</ol>`
}

function writeInline(piece: Inline): string {
  if (typeof piece === 'string') return piece
  const of = piece.of.map(writeInline).join('')
  return piece.is === 'a' ? `<a ${piece.url}>${of}</a>` : `<${piece.is}>${of}</${piece.is}>`
}

const line = (text: string) => inlineOf(text).map(writeInline).join('')

describe('a paragraph', () => {
  test.each([
    ['**bold** and __bold__', '<strong>bold</strong> and <strong>bold</strong>'],
    ['*soft* and _soft_', '<em>soft</em> and <em>soft</em>'],
    ['***both***', '<strong><em>both</em></strong>'],
    ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
    ['**重要**です', '<strong>重要</strong>です'],
    ['`a*b*` and ``c``', '<code>a*b*</code> and <code>c</code>'],
    ['**Price**: 5 €', '<strong>Price</strong>: 5 €'],
    ['one\n**two\nthree**', 'one\n<strong>two\nthree</strong>']
  ])('[Z1] %j', (text, shown) => {
    expect(line(text)).toBe(shown)
  })

  test.each([
    '2*3*4',
    '5 * 3 * 2',
    'snake_case_name',
    '**open',
    'open*',
    '** spaced **',
    '******',
    '[no address]',
    '[a](b c)',
    'C:\\temp\\new',
    '`open',
    '_',
    'a_b https',
    '# 123',
    '#1 -2 +3',
    '<b onclick="x">bold</b> &amp; &lt;'
  ])('[Z2] %j has no sign that means something, and stays as it is', text => {
    expect(line(text)).toBe(text)
  })

  test('[Z2] a sign behind a backslash is only itself', () => {
    expect(line('\\*not soft\\* \\`x\\` \\[a](http://b.c)')).toBe(
      '*not soft* `x` [a](<a http://b.c/>http://b.c</a>)'
    )
  })

  test.each([
    [
      'See https://example.com/a?b=1#c.',
      'See <a https://example.com/a?b=1#c>https://example.com/a?b=1#c</a>.'
    ],
    ['(https://example.com/x)', '(<a https://example.com/x>https://example.com/x</a>)'],
    ['https://a.b/A_(b)', '<a https://a.b/A_(b)>https://a.b/A_(b)</a>'],
    ['**https://a.b/x_y_z**', '<strong><a https://a.b/x_y_z>https://a.b/x_y_z</a></strong>'],
    ['HTTPS://EXAMPLE.COM', '<a https://example.com/>HTTPS://EXAMPLE.COM</a>'],
    ['[our *shop*](https://a.b/s_(1))', '<a https://a.b/s_(1)>our <em>shop</em></a>'],
    ['[mail](mailto:a@b.c), [call](tel:+491)', '<a mailto:a@b.c>mail</a>, <a tel:+491>call</a>'],
    ['[https://bank.example](https://a.b)', '<a https://a.b/>https://bank.example</a>'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](/page)', '[x](/page)'],
    ['no javascript:alert(1) here', 'no javascript:alert(1) here'],
    ['https://', 'https://']
  ])('[W34] %s', (text, shown) => {
    expect(line(text)).toBe(shown)
  })
})

describe('what stands below one another', () => {
  test.each([
    ['one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
    ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['Hi:\n* a\n* b\nBye', '<p>Hi:</p><ul><li><p>a</p></li><li><p>b</p></li></ul><p>Bye</p>'],
    ['1. a\n2. b', '<ol 1><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['3) a\n\n4) b', '<ol 3><li><p>a</p></li><li><p>b</p></li></ol>'],
    [
      '- a\n  - b\n  - c\n- d',
      '<ul><li><p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul></li><li><p>d</p></li></ul>'
    ],
    ['1. a\n   more\n\n   ```\n   x\n\n   y\n   ```', '<ol 1><li><p>a\nmore</p><pre>x\n\ny</pre></li></ol>'],
    ['```js\nif (a < b) *c*\n\n  d\n```\nend', '<pre>if (a < b) *c*\n\n  d</pre><p>end</p>'],
    ['```\nnever closed', '<pre>never closed</pre>'],
    ['## Title\ntext', '<p><strong>Title</strong></p><p>text</p>'],
    ['a\r\nb', '<p>a\nb</p>'],
    ['-no list\n1.5 neither', '<p>-no list\n1.5 neither</p>'],
    ['  \n', '']
  ])('[Z3] %j', (text, shown) => {
    expect(write(blocksOf(text))).toBe(shown)
  })

  test('[Z4] lists stand in lists, but not for ever', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(0, ...blocks.map(one => (one.is === 'list' ? 1 + Math.max(...one.items.map(depth)) : 0)))
    const stairs = Array.from({ length: 500 }, (_, index) => `${'  '.repeat(index)}- step`).join('\n')
    expect(depth(blocksOf(stairs))).toBe(3)
  })

  test('[Z5] a text is spoken without its signs', () => {
    expect(spoken(blocksOf('Hello **Ada**:\n\n1. `one`\n2. [two](https://a.b)'))).toBe('Hello Ada:\none\ntwo')
  })
})

const pieces = [
  ['**', '*', '_', '__', '***', '`', '``', '```\n', '[', ']', '](', '(', ')', '\\', '\\*', '\n', '\n\n'],
  ['- ', '1. ', '  ', '    ', '\t', '## ', 'https://', 'https://a.b/c', '[a](https://a.b)', 'javascript:'],
  ['word', ' ', 'é', '重', '😀', '‮', '\0', '<b>', '&lt;', '"', '9', '.', '‍', '\ud800']
].flat()
const texts = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary' })), {
    maxLength: 40
  })
  .map(all => all.join(''))

/** More than usual, for a run of an afternoon: `FUZZ=100000`. */
const numRuns = Number(process.env['FUZZ'] ?? 1_000)

const signs = /[*_`\\\s[\]()#+•.\d-]/g
const everyInline = (pieces: readonly Inline[]): Inline[] =>
  pieces.flatMap(one => (typeof one === 'string' ? [one] : [one, ...everyInline(one.of)]))
const inlinesOf = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap(one => {
    if (one.is === 'list') return one.items.flatMap(inlinesOf)
    return one.is === 'p' ? everyInline(one.of) : []
  })

test('[Z2] whatever is written, its words are shown, all of them and in their order', () => {
  const words = (text: string) => text.replace(signs, '')
  // An address that became a link, and the name of a code’s language, are not shown.
  const hidden = /\]\([^()\s]+(?:\([^()\s]*\)[^()\s]*)?\)|```[^`\n]*$/gm
  fc.assert(
    fc.property(texts, text => {
      const shown = words(spoken(blocksOf(text)))
      expect(within(words(text.replace(hidden, '')), shown)).toBe(true)
      expect(within(shown, words(text))).toBe(true)
    }),
    { numRuns }
  )
})

/** All characters of the one are in the other, in their order. */
function within(part: string, whole: string): boolean {
  let at = 0
  for (const unit of whole) if (part.startsWith(unit, at)) at += unit.length
  return at === part.length
}

test('[W35] whatever is written, only web, mail and telephone addresses become links', () => {
  fc.assert(
    fc.property(texts, text => {
      for (const one of inlinesOf(blocksOf(text))) {
        if (typeof one !== 'string' && one.is === 'a') expect(one.url).toMatch(/^(https?|mailto|tel):/)
      }
    }),
    { numRuns }
  )
})

test.each(
  [
    [
      '*',
      '**a ',
      '_a',
      '`',
      '``a',
      '[',
      '[a](',
      '[a](b',
      '[a](b(',
      '\\\\',
      'https://',
      'https://a.',
      '***',
      '*_'
    ],
    ['- ', '-\t', '1. \n', '- a\n', '- a\n\n', '```\n', '  - a\n  ', '\n', ' ', '## ', 'https://a/((', '\n> ']
  ].flat()
)('[Z6] 200,000 characters of %j are read in one go, not once for each of them', piece => {
  const text = piece.repeat(200_000 / piece.length)
  // Were it the square of them, this would not end within the patience of any test.
  expect(blocksOf(text).length).toBeGreaterThanOrEqual(0)
  expect(blocksOf(`https://a.b/${text}x`).length).toBeGreaterThan(0)
})
