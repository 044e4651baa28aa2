/** What a message says, as plain words. */
export function wordsOf({ body, isHtml }: { body: string; isHtml: boolean }): string {
  return tidy(isHtml ? plain(body) : body)
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' ']
])

/** Each tag by itself: whatever is left open costs itself and nothing after it. Never slower than the text is long. */
function plain(html: string): string {
  return unseen
    .reduce(without, html)
    .replace(/<\/(?:p|div|h[1-6]|li|ul|ol|blockquote|tr|table)>|<[bh]r\b[^<>]*>/gi, '\n')
    .replace(/<li\b[^<>]*>/gi, '• ')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(#x?)?([a-z0-9]{1,10});/gi, readEntity)
}

/** What stands inside these is for nobody's eyes. */
const unseen = ['style', 'script']

function without(html: string, tag: string): string {
  const lower = html.replace(/[A-Z]+/g, letters => letters.toLowerCase())
  const kept: string[] = []
  let at = 0
  for (;;) {
    const opens = lower.indexOf(`<${tag}`, at)
    const closes = opens < 0 ? -1 : lower.indexOf(`</${tag}>`, opens)
    if (closes < 0) return kept.join('') + html.slice(at)
    kept.push(html.slice(at, opens))
    at = closes + tag.length + 3
  }
}

function readEntity(written: string, numeric: string | undefined, name: string): string {
  if (numeric === undefined) return entities.get(name.toLowerCase()) ?? written
  const code = Number.parseInt(name, numeric.length === 2 ? 16 : 10)
  const isCharacter = code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
  return isCharacter ? String.fromCodePoint(code) : written
}

/** No more than one empty line, no blanks around lines, no halves of characters. */
function tidy(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.trim())
  return whole(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** Do two bodies say the same, whatever became of their spaces on the way? */
export const sameWords = (one: string, other: string): boolean => squeezed(one) === squeezed(other)

const squeezed = (text: string): string => whole(text).replace(/\s+/g, ' ').trim()

/** Without halves of characters, which nobody could store or send. */
export const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
