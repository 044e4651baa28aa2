import type { State } from './connection/state.ts'
import type { Settings } from './settings.ts'
import type { SiteMemory } from './storage.ts'
import { type SharedConnection, share } from './tabs/index.ts'
import { tabHere } from './tabs/tab.ts'
import type { Words } from './words/en.ts'

/** Who is there, and what is to be told of it. */
interface Visitor {
  words: Words
  memory: SiteMemory
  identity: string | undefined
  onIdentityRefused(jwt: string | undefined): void
  /** What is kept is this visitor's: told at first, and whenever it is another. */
  onVisitor(): void
  onChange(next: State): void
}

/** The connection of a site's visitor, from this page. */
export function connectTo(settings: Settings, visitor: Visitor): SharedConnection {
  const { src, site, preview } = settings
  const { words, ...told } = visitor
  const url = new URL('ws', src)
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('site', site)
  if (preview) url.searchParams.set('preview', preview)
  const options = {
    url: url.href,
    site,
    preview,
    locale: words.locale.slice(0, 35),
    page: () => pageOf(settings),
    openSocket: (address: string) => new WebSocket(address),
    ...told
  }
  return share(options, tabHere(told.memory.lasts()))
}

/** Where the visitor is, and what the page says of it. */
export const pageOf = ({ page, from }: Settings) => ({
  url: location.href.slice(0, 2048),
  title: document.title.slice(0, 300),
  ...from,
  ...(page && { data: page })
})
