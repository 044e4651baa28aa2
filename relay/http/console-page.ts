import { type IRouter, Router } from 'express'
import sirv from 'sirv'

/** Nothing of another origin, nothing inline, in nobody's frame; forms are sent by the script alone. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'"
].join('; ')

const yearSeconds = 31_536_000

/** The console's page, and what it is built of: the page is asked for anew each time, its files never change. */
export function consolePage(folder: string): IRouter {
  const router = Router()
  const files = sirv(folder, { gzip: true, brotli: true, maxAge: yearSeconds, immutable: true })
  router.use('/console', (request, response, next) => {
    if (request.path.startsWith('/assets/')) files(request, response, next)
    else next()
  })
  router.get('/console', (_, response) => {
    const headers = { 'cache-control': 'no-store', 'content-security-policy': policy }
    response.set({ ...headers, 'x-frame-options': 'DENY' })
    response.sendFile('index.html', { root: folder, cacheControl: false, etag: false, lastModified: false })
  })
  return router
}
