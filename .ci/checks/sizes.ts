import { isNode, lineOf, parse, walk } from './syntax.ts'
import { isTest, type Source, sources } from './tree.ts'

const file = { lines: 250, usual: 150 }
const body = { lines: 50, usual: 25 }
const shareWithin = 0.9

interface Measured {
  path: string
  /** The line it begins at, for a function. */
  at?: number
  lines: number
}

export interface Sizes {
  files: Measured[]
  functions: Measured[]
  commentLines: number
}

export function measure(root: string): Sizes {
  const looked = sources(root).filter(({ path }) => !isTest(path))
  return {
    files: looked.map(({ path, text }) => ({ path, lines: lineOf(text.trimEnd(), Infinity) })),
    functions: looked.flatMap(functionsOf),
    commentLines: looked.reduce((sum, source) => sum + commentLines(source), 0)
  }
}

export function check(root: string): string[] {
  const { files, functions } = measure(root)
  const longFiles = files.filter(({ lines }) => lines > file.lines)
  // Markup is long without being hard.
  const longBodies = functions.filter(({ path, lines }) => lines > body.lines && !path.endsWith('.tsx'))
  return [
    ...longFiles.map(({ path, lines }) => `${path} has ${lines} lines; at most ${file.lines}`),
    ...longBodies.map(
      ({ path, at, lines }) => `${path}:${at} is a function of ${lines} lines; at most ${body.lines}`
    ),
    ...tooFew(files, file.usual, 'files'),
    ...tooFew(functions, body.usual, 'functions')
  ]
}

export function report(root: string): string {
  const { files, functions, commentLines } = measure(root)
  const total = files.reduce((sum, { lines }) => sum + lines, 0)
  return [
    summary('file', files, file.usual),
    summary('function', functions, body.usual),
    `comments: ${commentLines} of ${total} lines, ${percent(commentLines / total)}`
  ].join('\n')
}

function tooFew(measured: Measured[], usual: number, what: string): string[] {
  const share = shareOf(measured, usual)
  if (share >= shareWithin) return []
  return [`${percent(share)} of the ${what} are within ${usual} lines; at least ${percent(shareWithin)}`]
}

function summary(what: string, measured: Measured[], usual: number): string {
  const sorted = measured.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]
  const within = percent(shareOf(measured, usual))
  return `${what}s: ${sorted.length}, lines median ${at(0.5)}, p90 ${at(0.9)}, longest ${at(1)}, ${within} within ${usual}`
}

function shareOf(measured: Measured[], usual: number): number {
  if (measured.length === 0) throw new Error('nothing was measured')
  return measured.filter(({ lines }) => lines <= usual).length / measured.length
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

function functionsOf(source: Source): Measured[] {
  const found: Measured[] = []
  walk(parse(source).program, node => {
    // An arrow without braces is an expression; it would only flatter the shares.
    if (!isNode(node['body']) || !['BlockStatement', 'FunctionBody'].includes(node['body'].type)) return
    if (!/Function/.test(node.type)) return
    const at = lineOf(source.text, node.start)
    found.push({ path: source.path, at, lines: lineOf(source.text, node.end) - at + 1 })
  })
  return found
}

function commentLines(source: Source): number {
  const { comments } = parse(source)
  return comments.reduce((sum, { start, end }) => sum + source.text.slice(start, end).split('\n').length, 0)
}
