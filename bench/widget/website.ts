import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { listenAnywhere } from '../../e2e/ports.ts'
import { subjects } from './subjects.ts'

/** A website with a page for each widget, and one with none. It compresses as well as it can, as a good one does. */
export interface Website {
  origin: string
  close(): void
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json'
}

/** `folder` has the packages and what was built of them. `port` 0 takes a free one. */
export async function openWebsite(folder: string, relay: () => string): Promise<Website> {
  const packed = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    void answer(request, folder, relay()).then(
      found => send(response, found, packed),
      () => response.writeHead(404).end()
    )
  })
  const port = await listenAnywhere(server)
  return { origin: `http://127.0.0.1:${port}`, close: () => end(server) }
}

function end(server: Server): void {
  server.closeAllConnections()
  server.close()
}

interface Found {
  path: string
  type: string
  body: Buffer
}

async function answer({ url = '/' }: IncomingMessage, folder: string, relay: string): Promise<Found> {
  const { pathname: path, searchParams } = new URL(url, 'http://here')
  const subject = subjects.find(({ name }) => path === `/${name}`)
  if (subject || path === '/blank') return html(url, page(subject?.tags(relay) ?? ''))
  if (path.startsWith('/fill/')) return script(url, fillers[path.slice(6)] ?? '')
  if (path === '/n8n-hook') return json(url, n8nHistory(Number(searchParams.get('messages') ?? 0)))
  const file = normalize(path).replace('/packages/', '/node_modules/')
  return {
    path,
    type: types[extname(path)] ?? 'application/octet-stream',
    body: await readFile(join(folder, file))
  }
}

const html = (path: string, text: string): Found => ({
  path,
  type: types['.html'] ?? '',
  body: Buffer.from(text)
})
const script = (path: string, text: string): Found => ({
  path,
  type: types['.js'] ?? '',
  body: Buffer.from(text)
})
const json = (path: string, value: unknown): Found => ({
  path,
  type: types['.json'] ?? '',
  body: Buffer.from(JSON.stringify(value))
})

function send(response: ServerResponse, { path, type, body }: Found, packed: Map<string, Buffer>): void {
  const small = packed.get(path) ?? gzipSync(body, { level: 9 })
  packed.set(path, small)
  response.writeHead(200, {
    'content-type': type,
    'content-encoding': 'gzip',
    'content-length': small.length,
    'cache-control': 'max-age=600'
  })
  response.end(small)
}

const page = (tags: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A shop</title><link rel="icon" href="data:,"></head>
<body><main><h1>A shop</h1>${'<p>Everything for the garden, and for the house.</p>'.repeat(40)}</main>
${tags}</body></html>`

const words = (index: number): string => `${index}: ${'so many words '.repeat(5 + (index % 13)).trim()}`

const n8nHistory = (messages: number) => ({
  data: Array.from({ length: messages }, (_, index) => ({
    id: ['', '', index % 2 ? 'AIMessage' : 'HumanMessage'],
    kwargs: { content: words(index), additional_kwargs: {} }
  }))
})

/** How each is begun, as its own documentation says; `?messages=N` fills it. */
const fillers: Readonly<Record<string, string>> = {
  'deep-chat.js': `const many = Number(new URLSearchParams(location.search).get('messages') ?? 0)
if (many) document.querySelector('#deep').history = Array.from({ length: many }, (_, index) => ({
  role: index % 2 ? 'ai' : 'user', text: index + ': ' + 'so many words '.repeat(5 + index % 13).trim() }))`,
  'n8n.js': `import { createChat } from '/packages/@n8n/chat/dist/chat.bundle.es.js'
const many = Number(new URLSearchParams(location.search).get('messages') ?? 0)
createChat({ webhookUrl: '/n8n-hook?messages=' + many, loadPreviousSession: many > 0, showWelcomeScreen: false })`
}
