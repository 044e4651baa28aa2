import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Express, Request, Response } from 'express'
import type { EarlySite } from '#shared/site.ts'
import { acceptedCoding, type Coding } from './coding.ts'

/** The early settings of each site, by its id. */
export type EarlySites = ReadonlyMap<string, EarlySite>

interface Served {
  etag: string
  bodies: Readonly<Record<Coding, Buffer>>
}

/** What the build leaves in the loader for the settings to stand in. */
const place = /(["'`])%EARLY%\1/g

/** `/widget.js` with a site's early settings in it, and the settings alone at `/sites/ID.json`. */
export function serveLoader(app: Express, folder: string, sites: EarlySites, headers: Headers): void {
  const loader = readLoader(folder)
  if (loader !== undefined) app.get('/widget.js', loaderRoute(loader, sites, headers))
  app.get('/sites/:file', (request, response) => {
    const site = sites.get(request.params.file.replace(/\.json$/, ''))
    response.set(headers)
    if (site && request.params.file.endsWith('.json')) response.json(site)
    else response.status(404).json({ error: 'notFound' })
  })
}

type Headers = Readonly<Record<string, string>>

function loaderRoute(loader: string, sites: EarlySites, headers: Headers) {
  const made = new Map<EarlySite | undefined, Served>()
  const known = (id: unknown) => (typeof id === 'string' ? sites.get(id) : undefined)
  const only = sites.size === 1 ? [...sites.values()][0] : undefined
  return (request: Request, response: Response) => {
    const { site: wanted } = request.query
    const site = wanted === undefined ? only : known(wanted)
    const served = made.get(site) ?? compressed(withSettings(loader, site))
    made.set(site, served)
    answer(request, response.set(headers), served)
  }
}

function answer(request: Request, response: Response, { etag, bodies }: Served): void {
  const coding = acceptedCoding(request.headers['accept-encoding'])
  response.set({ etag, vary: 'Accept-Encoding' }).type('text/javascript')
  if (coding !== 'identity') response.set('content-encoding', coding)
  if (request.fresh) response.status(304).end()
  else response.end(bodies[coding])
}

/** JSON is JavaScript, and stays harmless where somebody writes the script into a page. */
export function withSettings(loader: string, site: EarlySite | undefined): string {
  if (!site) return loader
  const text = JSON.stringify(site).replace(/[<\u2028\u2029]/g, escaped)
  return loader.replace(place, () => text)
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

function compressed(text: string): Served {
  const identity = Buffer.from(text)
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return {
    etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    bodies: {
      identity,
      gzip: gzipSync(identity, { level: 9 }),
      br: brotliCompressSync(identity, { params })
    }
  }
}

/** Nothing, where the widget was not built. */
function readLoader(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'widget.js'), 'utf8')
  } catch {
    return undefined
  }
}
