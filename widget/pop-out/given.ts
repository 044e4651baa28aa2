import type { Settings } from '../settings.ts'

/** Of the page's settings, those that are the window's as well. */
export type Said = Pick<
  Settings,
  'src' | 'site' | 'preview' | 'title' | 'color' | 'theme' | 'locale' | 'texts' | 'page' | 'from'
>

/** What a window is given by the page that opens it. Nothing in it is a secret: who the visitor is, it asks. */
export interface Given {
  options: Said
  /** Tells this window from others. */
  id: string
  /** The title of the panel. */
  name: string
  direction: string
  /** What the page says in custom properties. */
  look: Readonly<Record<string, string>>
}

/** What windows and pages of a site say to each other. */
export type Told =
  /** The chat is on its screen. */
  | { is: 'here'; id: string }
  /** Who is the visitor? */
  | { is: 'who' }
  | { is: 'jwt'; jwt: string | undefined }

export const openChannel = (site: string): BroadcastChannel =>
  new BroadcastChannel(`footbridge:${site}:window`)

const place = 'footbridge-given'
const signs = /[&<>"']/g
const escape = (text: string) => text.replace(signs, sign => `&#${sign.charCodeAt(0)};`)

interface Written {
  given: Given
  /** The program of the window. */
  script: string
  /** What lets a script run where the page's policy goes by that. */
  nonce: string
}

/**
 * A whole document, as the browser is to parse it: its script is let in by address or nonce, like one that the page's
 * server wrote, and no sink that Trusted Types guard is used. Whatever comes from elsewhere is escaped, or JSON.
 */
export function documentOf({ given, script, nonce }: Written): string {
  const json = JSON.stringify(given).replaceAll('<', '\\u003c')
  const { name, direction, options } = given
  return `<!doctype html><html lang="${escape(options.locale ?? '')}" dir="${escape(direction)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(name)}</title>
<script type="application/json" id="${place}">${json}</script>
<script type="module" src="${escape(script)}" nonce="${escape(nonce)}"></script></head><body></body></html>`
}

/** In the window: what the document brings along. */
export const givenHere = (): Given => JSON.parse(document.getElementById(place)?.textContent ?? '')
