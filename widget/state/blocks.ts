import { type Inline, inlineOf } from './inline.ts'

/** What stands below one another in a text. */
export type Block =
  | { is: 'p'; of: readonly Inline[] }
  | { is: 'pre'; text: string }
  /** `from`: the number of the first item, if they are numbered. */
  | { is: 'list'; from: number | undefined; items: readonly (readonly Block[])[] }

/** How deep lists may stand in lists. */
const deepest = 3
const fence = /^\s*```[^`]*$/
const bullet = /^(\s*(?:[-*+•]|(\d{1,9})[.)])[ \t]+)\S/
const heading = /^#{2,6} +(?=\S)/

/**
 * A text as people and bots write it: paragraphs, lists and code, by the signs that Markdown has taught everybody. What
 * is no such sign stays as it was written.
 */
export const blocksOf = (text: string): readonly Block[] => read(text.split(/\r?\n/), 0)

function read(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    if (isBlank(line)) at += 1
    else if (fence.test(line)) at = code(lines, at, blocks)
    else if (depth < deepest && bullet.test(line)) at = list(lines, at, blocks, depth)
    else at = paragraph(lines, at, blocks, depth)
  }
  return blocks
}

const isBlank = (line: string) => line.trim() === ''

/** To the fence that ends it, or as far as there is something. */
function code(lines: readonly string[], at: number, blocks: Block[]): number {
  let end = at + 1
  while (end < lines.length && !fence.test(lines[end] ?? '')) end += 1
  blocks.push({ is: 'pre', text: lines.slice(at + 1, end).join('\n') })
  return end + 1
}

function paragraph(lines: readonly string[], at: number, blocks: Block[], depth: number): number {
  const first = lines[at] ?? ''
  if (heading.test(first)) {
    blocks.push({ is: 'p', of: [{ is: 'strong', of: inlineOf(first.replace(heading, '')) }] })
    return at + 1
  }
  let end = at + 1
  while (end < lines.length && goesOn(lines[end] ?? '', depth)) end += 1
  blocks.push({ is: 'p', of: inlineOf(lines.slice(at, end).join('\n')) })
  return end
}

const goesOn = (line: string, depth: number) =>
  !isBlank(line) && !fence.test(line) && !heading.test(line) && (depth >= deepest || !bullet.test(line))

/** Its items, each with what is indented below it. */
function list(lines: readonly string[], at: number, blocks: Block[], depth: number): number {
  const [, , number] = bullet.exec(lines[at] ?? '') ?? []
  const inside = indent(lines[at] ?? '') + 2
  const items: string[][] = []
  let width = 0
  let next = at
  while (next < lines.length) {
    const line = lines[next] ?? ''
    const item = indent(line) < inside && bullet.exec(line)
    if (item && !item[2] === !number) {
      width = item[1]?.length ?? 0
      items.push([line.slice(width)])
    } else if (indent(line) >= inside) items.at(-1)?.push(line.slice(Math.min(width, indent(line))))
    else break
    const after = afterBlanks(lines, next + 1)
    if (after > next + 1) items.at(-1)?.push('')
    next = after
  }
  blocks.push({
    is: 'list',
    from: number ? Number(number) : undefined,
    items: items.map(item => read(item, depth + 1))
  })
  return next
}

const indent = (line: string) => line.length - line.trimStart().length

function afterBlanks(lines: readonly string[], at: number): number {
  let next = at
  while (next < lines.length && isBlank(lines[next] ?? '')) next += 1
  return next
}

/** A text as it is spoken: without its signs. */
export const spoken = (blocks: readonly Block[]): string => blocks.map(speak).join('\n')

function speak(block: Block): string {
  if (block.is === 'list') return block.items.map(spoken).join('\n')
  return block.is === 'pre' ? block.text : block.of.map(sayInline).join('')
}

const sayInline = (piece: Inline): string =>
  typeof piece === 'string' ? piece : piece.of.map(sayInline).join('')
