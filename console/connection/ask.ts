import type { Answer } from '../contract.ts'

/** Asks the relay in JSON. */
export interface Ask {
  get<Body>(path: string): Promise<Answer<Body>>
  post<Body>(path: string, body: unknown): Promise<Answer<Body>>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

export const root = '/api/v1'
const nobody = { is: 'no', status: 0, error: 'unreachable' } as const

/** Speaks JSON over `fetch`, in the name of whoever's cookie the browser sends. */
export function createAsk(fetch: Fetch): Ask {
  async function ask<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<Body>> {
    const init: RequestInit = { method, credentials: 'same-origin', cache: 'no-store' }
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
