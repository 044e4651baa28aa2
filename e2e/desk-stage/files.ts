import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const folder = new URL('../../dist/console/', import.meta.url).pathname
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml'
}

/** As the relay sends it: see relay/http/console-page.ts. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

interface File {
  headers: Record<string, string>
  body: Buffer
}

/** The built page, and what it is built of. */
export function filesOf(path: string): File | undefined {
  if (path === '/console') {
    const headers = { 'content-type': 'text/html', 'content-security-policy': policy }
    return { headers, body: readFileSync(join(folder, 'index.html')) }
  }
  const name = /^\/console\/assets\/([\w.-]+)$/.exec(path)?.[1] ?? ''
  if (name === '' || !readdirSync(join(folder, 'assets')).includes(name)) return undefined
  const headers = { 'content-type': types[extname(name)] ?? 'application/octet-stream' }
  return { headers, body: readFileSync(join(folder, 'assets', name)) }
}
