import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, WebSocketRoute } from '@playwright/test'
import type { Entry } from '#shared/entry.ts'
import type { EarlySite, LateSite } from '#shared/site.ts'
import type { Can, Welcome } from '#shared/wire/hello.ts'
import type { Older } from '#shared/wire/older.ts'
import type { PastConversation } from '#shared/wire/past.ts'
import type { Up } from '#shared/wire/up.ts'

/** What the relay on the stage says. */
export interface Play {
  early?: Partial<EarlySite>
  site?: Partial<LateSite>
  can?: Can
  entries?: readonly Line[]
  /** So many of them come at first; what was before is asked for. */
  last?: number
  past?: readonly PastConversation[]
  /** Of any earlier conversation. */
  pastEntries?: readonly Line[]
  receipts?: Pick<Welcome, 'delivered' | 'read'>
  /** Of the page, and so of the chat. */
  lang?: string
  /** The page comes without TLS. */
  plain?: boolean
}
type Without<One, Keys extends string> = One extends unknown ? Omit<One, Keys> : never
/** An entry that gets its place on the stage, and its time unless it says one. */
export type Line = Without<Entry, 'seq' | 'at'> & { at?: number }

/** The built widget on a page of its own, with a relay that says what the play wants, and hears. */
export interface Stage {
  heard: Up[]
  /** The relay says more, at once. */
  adds(...lines: Line[]): void
}

const files = new URL('../../dist/widget/', import.meta.url).pathname

export async function openStage(page: Page, play: Play): Promise<Stage> {
  const heard: Up[] = []
  const origin = `${play.plain ? 'http' : 'https'}://stage.example`
  const entries = (play.entries ?? []).map(placed)
  let socket: WebSocketRoute | undefined
  await page.routeWebSocket(/\/ws/, route => {
    socket = route
    route.onMessage(data => {
      const frame: Up = JSON.parse(String(data))
      heard.push(frame)
      for (const answer of answersTo(frame, play, entries)) route.send(JSON.stringify(answer))
    })
  })
  await page.route(`${origin}/**`, async route => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html(play) })
    else if (pathname.startsWith('/images/'))
      await route.fulfill({ contentType: 'image/svg+xml', body: drawing(pathname) })
    else if (pathname.startsWith('/sites/')) await route.fulfill({ json: { site: 'stage', ...play.early } })
    else
      await route.fulfill({
        contentType: typeOf(pathname),
        body: await readFile(join(files, pathname)).catch(() => '')
      })
  })
  await page.goto(origin)
  return {
    heard,
    adds(...lines) {
      const more = lines.map((line, at) => placed(line, entries.length + at))
      entries.push(...more)
      socket?.send(JSON.stringify({ type: 'entries', entries: more }))
    }
  }
}

/** The morning on which everything on the stage happens. */
export const morning = Date.UTC(2026, 10, 23, 9, 30)
const placed = (line: Line, index: number) => ({ at: morning + index * 20_000, ...line, seq: index + 1 })

function answersTo(frame: Up, play: Play, entries: readonly object[]): object[] {
  switch (frame.type) {
    case 'hello':
      return [
        welcome(play, entries.length),
        ...(entries.length ? [{ type: 'entries', entries: entries.slice(notYet(play, entries.length)) }] : [])
      ]
    case 'ping':
      return [{ type: 'pong' }]
    case 'past':
      return [{ type: 'past', conversations: play.past ?? [] }]
    case 'older':
      return [{ type: 'older', conversation: frame.conversation, entries: pageOf(frame, play, entries) }]
    case 'rate':
      return [
        {
          type: 'entries',
          entries: [placed({ kind: 'rated', id: frame.id, score: frame.score }, entries.length)]
        },
        { type: 'said', id: frame.id, seq: entries.length + 1 }
      ]
    default:
      return []
  }
}

/** How many entries do not come at first. */
const notYet = ({ last = Infinity }: Play, head: number) => Math.max(0, head - last)

/** Of an earlier conversation everything comes at once. */
function pageOf({ conversation, before: seq = 1, limit }: Older, play: Play, entries: readonly object[]) {
  if (conversation !== open) return (play.pastEntries ?? []).map(placed)
  return entries.slice(Math.max(0, seq - 1 - limit), seq - 1)
}

const open = 'cv_stage'

const welcome = (play: Play, head: number) => ({
  type: 'welcome',
  version: 2,
  conversation: open,
  epoch: 'e1',
  after: notYet(play, head),
  head,
  seen: head,
  site: { title: 'Lamps & Light', maxText: 2_000, ...play.site },
  ...(play.can && { can: play.can }),
  ...play.receipts
})

const html = ({
  lang = 'en'
}: Play) => `<!doctype html><html lang="${lang}"${lang.startsWith('ar') ? ' dir="rtl"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stage</title>
<style>html{color-scheme:light dark}</style></head>
<body><main><h1>Stage</h1></main><script src="/widget.js" data-site="stage" async></script></body></html>`

const typeOf = (path: string) => (path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')

/** A landscape in the colour of its name. */
function drawing(path: string): string {
  const hue = Array.from(path).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="780" height="410" viewBox="0 0 780 410">
<rect width="780" height="410" fill="hsl(${hue} 60% 86%)"/><circle cx="600" cy="110" r="52" fill="hsl(${hue} 80% 96%)"/>
<path d="M0 330Q390 90 780 330V410H0Z" fill="hsl(${hue} 45% 62%)"/>
<path d="M0 360Q390 230 780 360V410H0Z" fill="hsl(${hue} 45% 45%)"/></svg>`
}
