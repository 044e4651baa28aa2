import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Locator, Page, WebSocketRoute } from '@playwright/test'
import type { Content } from '#shared/content.ts'
import type { Entry } from '#shared/entry.ts'
import type { EarlySite, LateSite } from '#shared/site.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Can, Welcome } from '#shared/wire/hello.ts'
import type { Refused } from '#shared/wire/say.ts'
import type { Up } from '#shared/wire/up.ts'

const origin = 'https://shop.example'
const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' }

interface Scene {
  lang?: string
  early?: Partial<EarlySite>
  site?: Partial<LateSite>
  can?: Can
  /** Where the chat is drawn, if not over the page. */
  target?: string
  /** How much of the log is not told at first. */
  after?: number
}

type Omitted<Line> = Line extends unknown ? Omit<Line, 'seq' | 'at'> : never

const noon = Date.UTC(2026, 4, 4, 12)

/** The built widget on a small page, with a relay that says whatever a state needs: no network, no process. */
export class Stage {
  readonly page: Page
  readonly #scene: Scene
  #socket: WebSocketRoute | undefined
  #seq = 0
  #greet: () => void = () => {}
  readonly #greeted = new Promise<void>(resolve => {
    this.#greet = resolve
  })
  /** Whether the relay takes what is said. */
  answers = true
  offline = false
  /** Files that do not arrive. */
  refusesFiles: RegExp | undefined
  /** What the relay says of an upload; nothing while it is on its way. */
  upload: { status: number; json: object } | undefined
  /** Why the relay takes nothing. */
  refuses: Refused['reason'] | undefined

  constructor(page: Page, scene: Scene = {}) {
    this.page = page
    this.#scene = scene
    this.#seq = scene.after ?? 0
  }

  get panel(): Locator {
    return this.page.locator('.panel')
  }

  get launcher(): Locator {
    return this.page.locator('.launcher')
  }

  async visits(): Promise<void> {
    const { early = {} } = this.#scene
    await this.page.route(`${origin}/**`, route => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html(this.#scene) })
      if (pathname === '/sites/shop.json') return route.fulfill({ json: { site: 'shop', ...early } })
      if (this.refusesFiles?.test(pathname)) return route.abort()
      if (pathname === '/files') return this.upload && route.fulfill(this.upload)
      const file = join('dist/widget', pathname)
      const found = existsSync(file) && types[extname(file)]
      if (found) return route.fulfill({ contentType: found, body: readFileSync(file) })
      return pathname.endsWith('.svg')
        ? route.fulfill({ contentType: 'image/svg+xml', body: picture })
        : route.abort()
    })
    await this.page.routeWebSocket(/\/ws/, socket => this.#meet(socket))
    await this.page.goto(`${origin}/`)
    const isHidden = early.launcher?.hidden || this.#scene.target
    await this.launcher.waitFor({ state: isHidden ? 'attached' : 'visible' })
  }

  async opens(): Promise<void> {
    await this.visits()
    if (!this.#scene.target) await this.launcher.click()
    await this.panel.waitFor()
    await this.#greeted
  }

  /** Lines of the log, the next in order. */
  async logs(...lines: Omitted<Entry>[]): Promise<void> {
    await this.#greeted
    const entries = lines.map(line => {
      this.#seq += 1
      return { ...line, seq: this.#seq, at: noon + this.#seq * 20_000 } as Entry
    })
    this.tells({ type: 'entries', entries })
  }

  /** The bot shows a content. */
  async shows(content: Content): Promise<void> {
    await this.logs({ kind: 'message', by: 'bot', content })
  }

  async botSays(text: string): Promise<void> {
    await this.shows({ kind: 'text', text })
    await this.panel.getByText(text.slice(0, 30)).first().waitFor()
  }

  async visitorSays(text: string): Promise<void> {
    await this.panel.getByRole('textbox').first().fill(text)
    await this.page.keyboard.press('Enter')
  }

  tells(frame: Down): void {
    this.#socket?.send(JSON.stringify(frame))
  }

  /** The network is gone until it is back. */
  async cuts(): Promise<void> {
    this.offline = true
    await this.#socket?.close({ code: 1012 })
  }

  /** … and is back, a long while later. */
  async comesBackAfter(hours: number): Promise<void> {
    await this.page.clock.fastForward(hours * 3_600_000)
    // Not before: a try in between would find what was said still young.
    this.offline = false
    await this.page.clock.fastForward(60_000)
  }

  #meet(socket: WebSocketRoute): void {
    if (this.offline) {
      void socket.close({ code: 1012 })
      return
    }
    this.#socket = socket
    socket.onMessage(text => this.#hear(JSON.parse(String(text)) as Up))
  }

  #hear(frame: Up): void {
    if (frame.type === 'hello') {
      this.tells(this.#welcome())
      this.#greet()
    }
    if (frame.type === 'ping') this.tells({ type: 'pong' })
    if (!this.answers) return
    if (frame.type === 'say' && this.refuses)
      return this.tells({ type: 'refused', id: frame.id, reason: this.refuses })
    if (frame.type === 'say') this.#take(frame.id, { kind: 'text', text: frame.text })
    if (frame.type === 'rate') this.tells({ type: 'said', id: frame.id, seq: this.#seq })
  }

  #take(id: string, content: Content): void {
    void this.logs({ kind: 'message', by: 'visitor', id, content } as Omitted<Entry>)
    this.tells({ type: 'said', id: id as never, seq: this.#seq })
  }

  #welcome(): Welcome {
    const { site, can = {}, after = 0 } = this.#scene
    return {
      type: 'welcome',
      version: 2,
      conversation: 'conversation-1' as never,
      epoch: 'one',
      after,
      phase: { is: 'bot' },
      can: { typing: true, ...can },
      head: this.#seq,
      seen: 0,
      token: 't'.repeat(43) as never,
      site: { title: 'Garden help', maxText: 500, ...site }
    }
  }
}

const html = ({ lang = 'en', target }: Scene) => `<!doctype html><html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The shop</title></head>
<body><main><h1>The shop</h1><p>Everything for the garden.</p><p><a href="/">Home</a></p><div id="help"></div></main>
<style>#help{height:400px}#help:empty{display:none}${target === 'body' ? 'html,body{height:100%}' : ''}</style>
<script async src="/widget.js" data-site="shop"${target ? ` data-target="${target}"` : ''}></script></body></html>`

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#7a9"/></svg>`
