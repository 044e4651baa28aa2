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
    if (!request.path.startsWith('/assets/')) return next()
    const kept = response.getHeader('cache-control') ?? ''
    response.removeHeader('cache-control')
    files(request, response, () => {
      response.setHeader('cache-control', kept)
      next()
    })
  })
  router.get('/console', (_, response) => {
    response.set({ 'content-security-policy': policy, 'x-frame-options': 'DENY' })
    response.sendFile('index.html', { root: folder, cacheControl: false, etag: false, lastModified: false })
  })
  return router
}
