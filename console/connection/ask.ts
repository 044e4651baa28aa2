import type { Answer } from '../contract.ts'

/** Asks the relay in JSON. */
export interface Ask {
  get<Body>(path: string): Promise<Answer<Body>>
  post<Body>(path: string, body: unknown): Promise<Answer<Body>>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

export const root = '/api/v1'
const nobody = { is: 'no', status: 0, error: 'unreachable' } as const

/** Far longer than a relay takes, erasing somebody who said a lot included, ms. */
const givenMs = { GET: 30_000, POST: 180_000 }

/** Speaks JSON over `fetch`, in the name of whoever's cookie the browser sends. Nothing is waited for without end. */
export function createAsk(fetch: Fetch, withinMs = givenMs): Ask {
  async function ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<Body>> {
    const signal = AbortSignal.timeout(withinMs[method])
    const init: RequestInit = { method, credentials: 'same-origin', cache: 'no-store', signal }
    if (method === 'POST') {
      init.headers = { 'content-type': 'application/json', 'x-footbridge': 'console' }
      init.body = JSON.stringify(body ?? {})
    }
    try {
      return await read<Body>(await fetch(root + path, init))
    } catch {
      return nobody
    }
  }
  return {
    get: path => ask('GET', path),
    post: (path, body) => ask('POST', path, body)
  }
}

export const query = (values: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString()

/** What comes from the relay of this page is taken at its word: both are built together. */
async function read<Body>(response: Response): Promise<Answer<Body>> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body === undefined ? nobody : { is: 'ok', body: body as Body }
  const told = typeof body === 'object' && body !== null ? body : {}
  return { error: 'fault', ...told, is: 'no', status: response.status }
}
