import type { EarlySite } from '#shared/site.ts'
import type { Options } from './api.ts'

/** What a page says about its chat, and below that what its site says, once that is known. */
export interface Settings extends Omit<Options, 'theme'>, Pick<EarlySite, Early> {
  /** Anything, from a script tag: what no style knows is passed over. */
  theme?: string | undefined
  /** The page that a window of its own was opened from: the visitor counts as being there. */
  from?: { url: string; title: string } | undefined
}
type Early = 'launcher' | 'hiddenOn' | 'consent' | 'greetings' | 'texts'

// The pinned script lies a folder below everything that it asks for.
const pinned = 'assets/widget-'

/** A script tag, as far as it is read. */
interface Said {
  src: string
  dataset: Readonly<Record<string, string | undefined>>
}

/** What the script tag says. Without a site it asks for one that nobody has. */
export function readSettings({ src, dataset }: Said): Settings {
  return { ...dataset, src: src.replace(pinned, ''), site: `${dataset['site']}` }
}
