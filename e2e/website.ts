import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pinnedTag } from './pinned-tag.ts'
import { listenAnywhere } from './ports.ts'

/** The pages of the shop: ordinary, and the difficult ones. */
const pages = [
  '/',
  '/strict',
  '/nonce',
  '/watched',
  '/pinned',
  '/bare',
  '/hostile',
  '/denied',
  '/rtl',
  '/arabic'
] as const
export type PagePath = (typeof pages)[number]

/** A website of somebody else's, with the script tag on every page. */
export interface Website {
  origin: string
  /** The same pages under another name, which the relay was told nothing about. */
  foreign: string
  close(): Promise<void>
}

export async function openWebsite(relay: string): Promise<Website> {
  const server = createServer((request, response) => answer(request, response, relay))
  const port = await listenAnywhere(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    foreign: `http://localhost:${port}`,
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

function answer({ url = '/' }: IncomingMessage, response: ServerResponse, relay: string): void {
  const path = pages.find(page => page === url)
  if (!path) response.writeHead(404).end()
  else serve(path, response, relay)
}

function serve(path: PagePath, response: ServerResponse, relay: string): void {
  const nonce = randomBytes(16).toString('base64')
  const policy = policyOf(path, nonce, relay)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    ...(policy && { 'content-security-policy': policy })
  })
  response.end(html(path, nonce, relay))
}

/** As strict as a page can be that lets the chat in at all: by the relay's address, or by a nonce. */
function policyOf(path: PagePath, nonce: string, relay: string): string | undefined {
  const byNonce = `'nonce-${nonce}' 'strict-dynamic'`
  const socket = relay.replace('http', 'ws')
  // The pinned script asks the relay for what the site has set.
  const scripts = new Map<PagePath, [script: string, connect: string]>([
    ['/strict', [relay, socket]],
    ['/nonce', [byNonce, socket]],
    ['/watched', [byNonce, socket]],
    ['/pinned', [byNonce, `${socket} ${relay}`]]
  ])
  const allowed = scripts.get(path)
  if (!allowed) return undefined
  const [script, connect] = allowed
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `connect-src ${connect}`,
    'img-src http://127.0.0.1:*',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')
}

function html(path: PagePath, nonce: string, relay: string): string {
  return `<!doctype html>
<html ${rightToLeft.get(path) ?? 'lang="en"'}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The shop</title>${before(path, nonce)}</head>
<body>${path === '/bare' ? '' : shop}${tag(path, nonce, relay)}</body>
</html>`
}

/** A page that is only laid out that way, and one that is written so. */
const rightToLeft = new Map<PagePath, string>([
  ['/rtl', 'lang="en" dir="rtl"'],
  ['/arabic', 'lang="ar" dir="rtl"']
])

const shop = '<main><h1>The shop</h1><p>Everything for the garden.</p><a href="/">Home</a></main>\n'

function before(path: PagePath, nonce: string): string {
  if (path === '/hostile') return hostile
  if (path === '/denied') return denied
  return path === '/watched' || path === '/pinned' ? watch(nonce) : ''
}

function tag(path: PagePath, nonce: string, relay: string): string {
  if (path === '/bare') return ''
  const plain = `<script async src="${relay}/widget.js" data-site="shop"></script>`
  const script = path === '/pinned' ? pinnedTag(relay, 'shop') : plain
  return script.replace('<script', `<script nonce="${nonce}"`)
}

/** The first script of its page notes every breach of its policy, in shadow trees too. */
const watch = (nonce: string) => `<script nonce="${nonce}">
window.breaches = []
document.addEventListener('securitypolicyviolation', event =>
  breaches.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))
</script>`

/** What themes and resets do to everything that they can reach. */
const hostile = `<style>
* { letter-spacing: 3px !important; text-transform: uppercase !important; box-sizing: content-box !important }
html { font-size: 40px; color: red; text-align: right }
div, span, p, ol, li, section { font-size: 29px !important; position: static !important; float: left !important }
button { display: none !important }
input, textarea { font-size: 31px !important; color: red !important; border: 9px solid lime !important }
svg, img { display: none !important }
:root * { visibility: hidden !important; opacity: 0.1 !important; transform: rotate(9deg) !important }
</style>`

/** A browser that was told to keep nothing: the very mention of its storage throws. */
const denied = `<script>
for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })
</script>`
