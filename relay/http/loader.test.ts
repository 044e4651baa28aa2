import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EarlySite } from '#shared/site.ts'
import { quietLog } from '../lib/log.ts'
import { createApp } from './app.ts'
import { acceptedCoding } from './coding.ts'
import { keepAssets } from './kept.ts'
import { withSettings } from './loader.ts'
import { scriptTags } from './tags.ts'

// As a minifier may write it.
const loader = 'globalThis.early=`%EARLY%`;'
const shop: EarlySite = { site: 'shop', color: '#123456' }
const other: EarlySite = { site: 'other', texts: { title: '</script><script>$& \u2028' } }

let folder: string
let built: string
let servers: Server[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footbridge-loader-'))
  built = build('one', { 'chat-1.js': 'chat 1', 'widget-1.js': loader })
  servers = []
})
afterEach(async () => {
  for (const server of servers) await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

function build(name: string, assets: Record<string, string>): string {
  const at = join(folder, name)
  mkdirSync(join(at, 'assets'), { recursive: true })
  writeFileSync(join(at, 'widget.js'), loader)
  for (const [file, text] of Object.entries(assets)) writeFileSync(join(at, 'assets', file), text)
  return at
}

async function serve(sites: readonly EarlySite[], widgetFolder = built): Promise<string> {
  const app = createApp({
    widgetFolder,
    consoleFolder: undefined,
    keptFolder: keepAssets(widgetFolder, join(folder, 'kept')),
    sites: new Map(sites.map(site => [site.site, site])),
    api: undefined,
    files: undefined,
    ready: async () => true,
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    pages: new Map(),
    log: quietLog
  })
  const server = createServer(app)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The settings that a loader would find in itself. */
function earlyIn(script: string): unknown {
  const page: { early?: unknown } = {}
  runInNewContext(script, page)
  // Made by another realm.
  return JSON.parse(JSON.stringify(page.early))
}

const textAt = async (url: string) => (await fetch(url)).text()

/** As it came over the wire, not as `fetch` unpacks it. */
function raw(
  url: string,
  headers: Record<string, string>
): Promise<{ headers: object; status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ headers: response.headers, status: response.statusCode ?? 0, body: Buffer.concat(parts) })
      )
    })
    asking.on('error', reject).end()
  })
}

test('[M8] the loader carries the settings of the site in its address, or of the only site', async () => {
  const two = await serve([shop, other])
  expect(earlyIn(await textAt(`${two}/widget.js?site=shop`))).toEqual(shop)
  expect(earlyIn(await textAt(`${two}/widget.js?site=other`))).toEqual(other)
  const one = await serve([shop])
  expect(earlyIn(await textAt(`${one}/widget.js`))).toEqual(shop)
})

test('[M8] where the site is not known or not named, the loader is as it was built', async () => {
  const two = await serve([shop, other])
  for (const query of ['', '?site=', '?site=nobody', '?site=__proto__', '?site=shop&site=other'])
    expect(await textAt(`${two}/widget.js${query}`)).toBe(loader)
  const one = await serve([shop])
  expect(await textAt(`${one}/widget.js?site=nobody`)).toBe(loader)
})

test('[M9] whatever stands in the settings, the script stays that script', () => {
  const script = withSettings(loader, other)
  expect(script).not.toMatch(/<|\u2028/)
  expect(earlyIn(script)).toEqual(other)
  for (const quote of ['"', "'", '`'])
    expect(withSettings(`x=${quote}%EARLY%${quote};y()`, { site: 'a' })).toBe('x={"site":"a"};y()')
})

test('[M10] the loader is compressed once, cached for minutes, and not sent again when it is known', async () => {
  const url = `${await serve([shop, other])}/widget.js?site=shop`
  const plain = await raw(url, { 'accept-encoding': 'identity' })
  const br = await raw(url, { 'accept-encoding': 'gzip, deflate, br' })
  const gzip = await raw(url, { 'accept-encoding': 'gzip, br;q=0' })
  expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff'
  })
  // What only pages need would weigh more than half of the script.
  expect(Object.keys(br.headers)).not.toContain('content-security-policy')
  expect(JSON.stringify(br.headers).length).toBeLessThan(600)
  const { etag } = plain.headers as { etag: string }
  const again = await raw(url, { 'if-none-match': etag })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect((await raw(url.replace('shop', 'other'), { 'if-none-match': etag })).status).toBe(200)
})

test('[M10] only an encoding that the browser wants is chosen', () => {
  const cases = {
    'gzip, br': 'br',
    'GZIP;q=0.5': 'gzip',
    'br;q=0.0, gzip; q=0': 'identity',
    '': 'identity',
    zstd: 'identity'
  }
  for (const [header, coding] of Object.entries(cases))
    expect([header, acceptedCoding(header)]).toEqual([header, coding])
})

test('[M11] the settings alone are there for pages of any origin; an unknown site is not found', async () => {
  const url = await serve([shop, other])
  const found = await fetch(`${url}/sites/shop.json`)
  expect(await found.json()).toEqual(shop)
  expect(found.headers.get('access-control-allow-origin')).toBe('*')
  expect(found.headers.get('cache-control')).toBe('public, max-age=300')
  for (const path of ['nobody.json', 'shop', 'shop.json.json', '__proto__.json', '..%2Fwidget.js'])
    expect([path, (await fetch(`${url}/sites/${path}`)).status]).toEqual([path, 404])
})

test('[M12] the files of an older widget are served after an upgrade', async () => {
  await serve([shop])
  const newer = build('two', { 'chat-2.js': 'chat 2' })
  const url = await serve([shop], newer)
  expect(await textAt(`${url}/assets/chat-2.js`)).toBe('chat 2')
  const older = await fetch(`${url}/assets/chat-1.js`)
  expect(await older.text()).toBe('chat 1')
  expect(older.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(older.headers.get('access-control-allow-origin')).toBe('*')
})

test('[M12] a file is there by more slashes as well', async () => {
  const url = await serve([shop])
  for (const slashes of ['//', '////']) {
    const found = await fetch(`${url}${slashes}assets/chat-1.js`)
    expect(await found.text()).toBe('chat 1')
    expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  }
  expect((await fetch(`${url}//metrics`)).status).toBe(404)
})

test('[M12] keeping is done once, and a copy that was broken off is made again', () => {
  const kept = keepAssets(built, join(folder, 'kept'))
  writeFileSync(join(kept, 'assets/chat-1.js'), 'known')
  writeFileSync(join(kept, 'assets/widget-1.js.part'), 'half')
  rmSync(join(kept, 'assets/widget-1.js'))
  keepAssets(built, kept)
  expect(readFileSync(join(kept, 'assets/chat-1.js'), 'utf8')).toBe('known')
  expect(readFileSync(join(kept, 'assets/widget-1.js'), 'utf8')).toBe(loader)
  expect(readdirSync(join(kept, 'assets')).sort()).toEqual(['chat-1.js', 'widget-1.js'])
})

test('[M13] the tags name the newest widget, and the pinned one with its hash', async () => {
  const { plain, pinned } = scriptTags('https://chat.example.com', built, 'shop')
  expect(plain).toBe(
    '<script async src="https://chat.example.com/widget.js?site=shop" data-site="shop"></script>'
  )
  const hash = Buffer.from(await crypto.subtle.digest('SHA-384', Buffer.from(loader))).toString('base64')
  expect(pinned).toBe(
    `<script async src="https://chat.example.com/assets/widget-1.js" integrity="sha384-${hash}" crossorigin="anonymous" data-site="shop"></script>`
  )
  expect(scriptTags('https://chat.example.com', join(folder, 'nothing'), 'shop').pinned).toBeUndefined()
})
