import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Tags {
  /** Always the newest widget, with the site's settings in it. */
  plain: string
  /** This widget and no other, whatever the relay serves later; absent where the build has none. */
  pinned: string | undefined
}

/** The script tags of a site, to be pasted into its pages. */
export function scriptTags(publicUrl: string, widgetFolder: string, site: string): Tags {
  const pinned = pinnedFile(widgetFolder)
  const tag = (about: string) => `<script async ${about} data-site="${site}"></script>`
  return {
    plain: tag(`src="${publicUrl}/widget.js?site=${site}"`),
    pinned:
      pinned &&
      tag(`src="${publicUrl}/${pinned.path}" integrity="${pinned.integrity}" crossorigin="anonymous"`)
  }
}

function pinnedFile(folder: string): { path: string; integrity: string } | undefined {
  const assets = join(folder, 'assets')
  const names = existsSync(assets) ? readdirSync(assets) : []
  const name = names.find(one => /^widget-[\w-]+\.js$/.test(one))
  if (name === undefined) return undefined
  const hash = createHash('sha384').update(readFileSync(join(assets, name)))
  return { path: `assets/${name}`, integrity: `sha384-${hash.digest('base64')}` }
}
