import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response
} from 'express'
import helmet from 'helmet'
import sirv from 'sirv'
import type { Log } from '../lib/log.ts'
import { type Api, apiRouter } from './api.ts'
import { consolePage } from './console-page.ts'
import { type FilesEdge, filesRouter } from './files.ts'
import { type EarlySites, serveLoader } from './loader.ts'

/** A page of our own, and whose pictures it may show besides ours. */
export interface Page {
  html: string
  picturesFrom: string
}

export interface AppParts {
  /** The built widget's folder. */
  widgetFolder: string
  /** Where the files of earlier builds are: see `keepAssets`. */
  keptFolder: string
  /** The built console's folder; undefined where nobody may sign in. */
  consoleFolder: string | undefined
  /** What the loader is told of each site. */
  sites: EarlySites
  api: Api | undefined
  files: FilesEdge | undefined
  /** Can it take messages? */
  ready(): Promise<boolean>
  metrics(): Promise<{ contentType: string; text: string }>
  /** Pages by path, for the demo. */
  pages: ReadonlyMap<string, Page>
  log: Log
}

const yearSeconds = 31_536_000
const loaderSeconds = 300

/** Everything over HTTP that is not hot. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // Before the headers that only pages and the API need: those would weigh a third of what a website loads from here.
  serveLoader(app, parts.widgetFolder, parts.sites, forPages(loaderSeconds))
  app.use(again)
  for (const folder of [parts.widgetFolder, parts.keptFolder]) app.use(widgetFiles(folder))
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }))
  app.use(keptByNobody)
  health(app, parts)
  if (parts.api) app.use('/api/v1', apiRouter(parts.api))
  if (parts.files) app.use(filesRouter(parts.files, parts.api?.door))
  if (parts.consoleFolder !== undefined) app.use(consolePage(parts.consoleFolder))
  for (const [path, page] of parts.pages) app.get(path, (_, response) => show(page, response))
  app.use((_, response) => void response.status(404).json({ error: 'notFound' }))
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status === 500) parts.log.error({ path: request.path, error: String(error) }, 'a fault in a route')
    response.status(status).json({ error: status === 500 ? 'fault' : 'badRequest' })
  })
  return app
}

function show({ html, picturesFrom }: Page, response: Response): void {
  const policy = [
    "default-src 'self'",
    `img-src 'self' ${picturesFrom}`,
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'"
  ]
  response
    .type('html')
    .set({ 'content-security-policy': policy.join('; ') })
    .send(html)
}

function health(app: Express, { ready, metrics }: AppParts): void {
  app.get('/livez', (_, response) => void response.json({ ok: true }))
  app.get('/readyz', async (_, response) => {
    const ok = await ready()
    response.status(ok ? 200 : 503).json({ ok })
  })
  app.get('/metrics', async (_, response) => {
    const { contentType, text } = await metrics()
    response.type(contentType).send(text)
  })
}

/** What follows is somebody's, or of this moment; what may be kept says so itself. */
const keptByNobody: RequestHandler = (_, response, next) => {
  response.set('cache-control', 'no-store')
  next()
}

/** A browser that remembers that an address failed asks by another: by more slashes before it. */
const again: RequestHandler = (request, _, next) => {
  request.url = request.url.replace(/^\/+(?=\/assets\/)/, '')
  next()
}

/** The loader under its fixed name, and what it loads, for ever under theirs; both for pages of any origin. */
function widgetFiles(folder: string) {
  return sirv(folder, {
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders(response, path) {
      const seconds = path.startsWith('/assets/') ? `${yearSeconds}, immutable` : loaderSeconds
      for (const [name, value] of Object.entries(forPages(seconds))) response.setHeader(name, value)
    }
  })
}

/** All that means anything with a script or with JSON of any origin. */
const forPages = (seconds: number | string) => ({
  'cache-control': `public, max-age=${seconds}`,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff'
})

/** body-parser's errors carry the status they mean; any other error is ours. */
function statusOf(error: unknown): number {
  if (error === null || typeof error !== 'object' || !('status' in error)) return 500
  return typeof error.status === 'number' && error.status < 500 ? error.status : 500
}
