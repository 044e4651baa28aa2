import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const assets = fileURLToPath(new URL('../dist/widget/assets/', import.meta.url))

/** The tag of one widget and no other, as a website would write it. */
export function pinnedTag(relay: string, site: string): string {
  const name = readdirSync(assets).find(one => /^widget-[\w-]+\.js$/.test(one)) ?? ''
  const hash = createHash('sha384')
    .update(readFileSync(assets + name))
    .digest('base64')
  return `<script async src="${relay}/assets/${name}" integrity="sha384-${hash}" crossorigin="anonymous" data-site="${site}"></script>`
}
