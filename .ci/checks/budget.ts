import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { list, read } from './tree.ts'

const folder = 'dist/widget'
const loader = `${folder}/widget.js`
// Tight on purpose: a page should not feel that it has a chat. kB are 1,000 bytes, gzip -9.
const most = { loader: 3_000, chat: 22_000 }
// zod costs a browser more than the whole widget; shared/ is typed so that only the relay runs it.
const zod = /ZodError|invalid_type/

export interface Weight {
  path: string
  bytes: number
  gzipped: number
}

/** All that a visitor who chats downloads: maps and compressed copies are not. */
export function weigh(root: string): Weight[] {
  const assets = list(root, folder).filter(path => ['.js', '.css'].includes(extname(path)))
  return assets.map(path => {
    const text = Buffer.from(read(root, path))
    return { path, bytes: text.length, gzipped: gzipSync(text, { level: 9 }).length }
  })
}

export function check(root: string): string[] {
  const weights = weigh(root)
  const first = weights.find(({ path }) => path === loader)
  if (!first) return [`${loader} is missing; run npm run build`]
  const heavy = weights.filter(({ path }) => zod.test(read(root, path)))
  return [
    ...over('the loader', first.gzipped, most.loader),
    ...over('the whole chat', total(weights), most.chat),
    ...heavy.map(({ path }) => `${path} contains zod; the widget imports only types from a schema`)
  ]
}

export function report(root: string): string {
  const weights = weigh(root)
  const rows = weights.map(({ path, bytes, gzipped }) => row(path, gzipped, `${bytes} before gzip`))
  const sum = row('the whole chat', total(weights), `at most ${most.chat}, the loader ${most.loader}`)
  return [...rows, sum].join('\n')
}

function row(name: string, gzipped: number, note: string): string {
  return `${String(gzipped).padStart(7)}  ${name} (${note})`
}

function total(weights: Weight[]): number {
  return weights.reduce((sum, { gzipped }) => sum + gzipped, 0)
}

function over(what: string, bytes: number, limit: number): string[] {
  return bytes > limit ? [`${what} is ${bytes} bytes gzipped; at most ${limit}`] : []
}
