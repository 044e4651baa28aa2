import { basename, dirname, extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { list, read } from './tree.ts'

const folder = 'dist/widget'
const loader = `${folder}/widget.js`
// Tight on purpose: a page should not feel that it has a chat. Bytes of gzip -9; the goal is said, the most is held.
const budget = {
  loader: { goal: 1_500, most: 2_000 },
  'first open': { goal: 22_000, most: 25_000 },
  'everything else': { goal: 45_000, most: 55_000 }
}
type Part = keyof typeof budget
// What the first open needs beside the chat and what that imports: the commands, and one language. English stands for all.
const firstOpen = /^(chat|core|en)-/
const language = /^(rest-)?[a-z]{2}-[\w-]{8}\.js$/
// The same loader under a name of its own, and what programs take that bundle the widget: no visitor loads these as well.
const twins = /^(widget-[\w-]{8}|footbridge|parts)\.js$/
// zod costs a browser more than the whole widget; shared/ is typed so that only the relay runs it.
const zod = /ZodError|invalid_type/

export interface Weight {
  path: string
  bytes: number
  gzipped: number
}

/** All that a visitor who chats may download: maps, compressed copies and other languages are not. */
export function weigh(root: string): Weight[] {
  const assets = list(root, folder).filter(
    path => ['.js', '.css'].includes(extname(path)) && !twins.test(basename(path)) && !isOther(basename(path))
  )
  return assets.map(path => {
    const text = Buffer.from(read(root, path))
    return { path, bytes: text.length, gzipped: gzipSync(text, { level: 9 }).length }
  })
}

const isOther = (name: string) => language.test(name) && !/\ben-/.test(name)

export function check(root: string): string[] {
  const weights = weigh(root)
  if (!weights.some(({ path }) => path === loader)) return [`${loader} is missing; run npm run build`]
  const heavy = weights.filter(({ path }) => zod.test(read(root, path)))
  const sums = partsOf(root, weights)
  return [
    ...parts.flatMap(part => over(part, sums[part])),
    ...heavy.map(({ path }) => `${path} contains zod; the widget imports only types from a schema`)
  ]
}

export function report(root: string): string {
  const weights = weigh(root)
  const rows = weights.map(({ path, bytes, gzipped }) => row(path, gzipped, `${bytes} before gzip`))
  const sums = partsOf(root, weights)
  const totals = parts.map(part =>
    row(part, sums[part], `at most ${budget[part].most}, the goal is ${budget[part].goal}`)
  )
  return [...rows, ...totals].join('\n')
}

const parts: Part[] = ['loader', 'first open', 'everything else']

function partsOf(root: string, weights: Weight[]): Record<Part, number> {
  const first = new Set(weights.map(({ path }) => path).filter(path => firstOpen.test(basename(path))))
  for (const path of first) {
    for (const name of importedBy(read(root, path))) first.add(join(dirname(path), name))
  }
  const isFirst = ({ path }: Weight) => first.has(path)
  const rest = weights.filter(weight => weight.path !== loader && !isFirst(weight))
  return {
    loader: total(weights.filter(({ path }) => path === loader)),
    'first open': total(weights.filter(isFirst)),
    'everything else': total(rest)
  }
}

/** What a built file imports before it runs. */
const importedBy = (code: string): string[] =>
  [...code.matchAll(/(?:from|import) ?"(\.\/[^"]+)"/g)].map(([, name = '']) => name)

function row(name: string, gzipped: number, note: string): string {
  return `${String(gzipped).padStart(7)}  ${name} (${note})`
}

function total(weights: Weight[]): number {
  return weights.reduce((sum, { gzipped }) => sum + gzipped, 0)
}

function over(part: Part, bytes: number): string[] {
  const { most } = budget[part]
  return bytes > most ? [`${part}: ${bytes} bytes gzipped; at most ${most}`] : []
}
