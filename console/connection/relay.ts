import type { Answer, Canned, Deed, Entry, Me, Phase, Presence, Summary, Ways } from '../contract.ts'

/** Everything the page asks of the relay, in one place. */
export interface Relay {
  me(): Promise<Answer<Me>>
  ways(): Promise<Answer<Ways>>
  signIn(name: string, password: string): Promise<Answer<Me>>
  /** Where to go to sign in elsewhere; `afresh`: and to be asked again who one is. */
  signInAway(afresh: boolean): Promise<Answer<{ to: string }>>
  signOut(): Promise<Answer<unknown>>
  conversations(wanted: {
    phase?: Phase
    limit: number
    before?: number
  }): Promise<Answer<{ conversations: readonly Summary[] }>>
  log(
    id: string,
    part: { after: number; limit: number }
  ): Promise<Answer<{ entries: readonly Entry[]; summary: Summary }>>
  act(id: string, deed: Deed): Promise<Answer<unknown>>
  presence(state: Presence): Promise<Answer<unknown>>
  canned(): Promise<Answer<{ canned: readonly Canned[] }>>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

const root = '/api/v1'
const nobody = { is: 'no', status: 0, error: 'unreachable' } as const

/** Speaks JSON over `fetch`, in the name of whoever's cookie the browser sends. */
export function createRelay(fetch: Fetch): Relay {
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
  const get = <Body>(path: string) => ask<Body>('GET', path)
  const post = <Body>(path: string, body: unknown) => ask<Body>('POST', path, body)
  return {
    me: () => get('/me'),
    ways: () => get('/sign-in'),
    signIn: (name, password) => post('/sign-in', { name, password }),
    signInAway: afresh => post('/sign-in/oidc', { afresh }),
    signOut: () => post('/sign-out', {}),
    conversations: wanted => get(`/conversations?${query(wanted)}`),
    log: (id, part) => get(`/conversations/${encodeURIComponent(id)}?${query(part)}`),
    act: (id, { verb, body }) => post(`/conversations/${encodeURIComponent(id)}/${verb}`, body),
    presence: state => post('/presence', { state }),
    canned: () => get('/canned')
  }
}

/** Where the stream begins: after what was heard last. */
export const eventsAfter = (place: string | undefined): string =>
  `${root}/events${place === undefined ? '' : `?${query({ after: place })}`}`

const query = (values: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(values).map(([key, value]) => [key, String(value)])).toString()

/** What comes from the relay of this page is taken at its word: both are built together. */
async function read<Body>(response: Response): Promise<Answer<Body>> {
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body === undefined ? nobody : { is: 'ok', body: body as Body }
  const told = typeof body === 'object' && body !== null ? body : {}
  return { error: 'fault', ...told, is: 'no', status: response.status }
}
