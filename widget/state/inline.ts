import { safeUrl } from './links.ts'

/** A piece of a paragraph: words, or words with a meaning. */
export type Inline =
  | string
  | { is: 'strong' | 'em' | 'code'; of: readonly Inline[] }
  | { is: 'a'; url: string; of: readonly Inline[] }

// An escaped sign, code, [words](address), an address, what makes words strong. Each reads on only as far as a sign
// that could begin another, so that no part of a text is read often.
const signs =
  /\\([*_`[\]#])|(`{1,2})([^`\n]+)\2|\[([^[\]\n]+)\]\(([^()\s]+(?:\([^()\s]*\)[^()\s]*)?)\)|(https?:\/\/[^\s<>"']+)|\*{1,3}|__?/gi

/** A mark that waits for its other half, and what has come since. */
interface Open {
  mark: string
  of: Inline[]
}

/** The pieces of a paragraph. Of its characters only the signs are gone that mean something. */
export function inlineOf(text: string, linked = false): readonly Inline[] {
  const stack: Open[] = [{ mark: '', of: [] }]
  let from = 0
  for (let found = next(text, from); found; found = next(text, from)) {
    put(stack, text.slice(from, found.index))
    from = found.index + ((!linked && link(stack, found)) || plain(stack, found))
  }
  put(stack, text.slice(from))
  while (stack.length > 1) dissolve(stack)
  return stack[0]?.of ?? []
}

function next(text: string, from: number): RegExpExecArray | null {
  signs.lastIndex = from
  return signs.exec(text)
}

/** Answers how many characters became a link: what ends a bare address may be a sign of its own. */
function link(stack: Open[], [all, , , , words, target, bare]: RegExpExecArray): number {
  const address = target ?? (bare && trimmed(bare))
  const url = address && safeUrl(address)
  if (!url) return 0
  put(stack, { is: 'a', url, of: words ? inlineOf(words, true) : [address] })
  return words ? all.length : address.length
}

/** Answers how many characters were read. */
function plain(stack: Open[], { 0: all, 1: escaped, 3: code, index, input }: RegExpExecArray): number {
  if (code) put(stack, { is: 'code', of: [code] })
  else if (escaped || all.length > 3) put(stack, escaped ?? all)
  else turn(stack, all, [input.charAt(index - 1), input.charAt(index + all.length)])
  return all.length
}

const blank = /^\s?$/
const inWord = /\w/

/** A mark closes what it opened, or opens, or is a character like any other. */
function turn(stack: Open[], mark: string, [before, after]: [string, string]): void {
  // Languages without spaces between words make a part of them strong, too; with one star it is a product.
  const free = mark === '**' || mark === '***'
  const at = stack.findLastIndex(open => open.mark === mark)
  const closes = at > 0 && !blank.test(before) && (free || !inWord.test(after))
  if (closes && (stack[at]?.of.length || at < stack.length - 1)) {
    close(stack, at)
  } else if (at < 0 && !blank.test(after) && (free || !inWord.test(before))) {
    stack.push({ mark, of: [] })
  } else {
    put(stack, mark)
  }
}

function close(stack: Open[], at: number): void {
  while (stack.length > at + 1) dissolve(stack)
  const { mark, of } = stack.pop() ?? { mark: '', of: [] }
  const em: Inline = { is: 'em', of }
  if (mark.length === 1) put(stack, em)
  else put(stack, { is: 'strong', of: mark.length === 3 ? [em] : of })
}

/** What was opened and never closed was nothing but its characters. At most six marks are open, so this is soon done. */
function dissolve(stack: Open[]): void {
  const { mark, of } = stack.pop() ?? { mark: '', of: [] }
  put(stack, mark)
  for (const piece of of) put(stack, piece)
}

function put(stack: Open[], piece: Inline): void {
  const of = stack.at(-1)?.of
  const last = of?.at(-1)
  if (!of || piece === '') return
  if (typeof piece === 'string' && typeof last === 'string') of[of.length - 1] = last + piece
  else of.push(piece)
}

/** An address in a text without the sentence's own marks behind it; a bracket stays that was opened inside. */
function trimmed(address: string): string {
  let end = address.length
  while (end && '.,:;!?…)]}*_~'.includes(address.charAt(end - 1))) end -= 1
  const bare = address.slice(0, end)
  const closes = address[end] === ')' && bare.includes('(') && !bare.includes(')')
  return closes ? `${bare})` : bare
}
