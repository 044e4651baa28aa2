import type { Caller } from './call.ts'
import { parseJson } from './json.ts'

/** A call as it would be made, without what would let others make it. */
export interface Rehearsed {
  method: string
  url: string
  headers: Readonly<Record<string, string>>
  /** Parsed where it is JSON. */
  body?: unknown
}

type Request = Parameters<Caller['send']>[0]

const hidden = '•••'
/** Headers that say nothing of who calls. */
const open = new Set(['accept', 'content-type', 'idempotency-key', 'user-agent'])
const isSecret = /secret|token|key|password/i
/** An address that stands in the settings whole may be all the credential there is; the base of many may not. */
const isWhole = /^(?!base|api).*url$/i

/** The first call that `make` would make, which is not made. */
export async function rehearse(
  settings: unknown,
  make: (caller: Caller) => Promise<unknown>
): Promise<Rehearsed | undefined> {
  let request: Request | undefined
  await make({
    async send(first) {
      request ??= first
      return { kind: 'unsent', reason: 'it was only rehearsed' }
    },
    close: async () => undefined
  })
  return request && without(stringsIn(settings), request)
}

interface Named {
  key: string
  text: string
}

function without(settings: readonly Named[], { url, method = 'POST', headers, body }: Request): Rehearsed {
  const secrets = settings
    .filter(({ key, text }) => isSecret.test(key) && text !== '')
    .map(({ text }) => text)
  const clean = (text: string) => secrets.reduce((left, secret) => left.replaceAll(secret, hidden), text)
  const { origin, pathname, search } = new URL(url)
  const whole = settings.some(({ key, text }) => isWhole.test(key) && url.startsWith(text))
  return {
    method,
    url: whole ? `${origin}/${hidden}` : origin + clean(pathname) + (search === '' ? '' : `?${hidden}`),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, open.has(name) ? clean(value) : hidden])
    ),
    ...(body !== undefined && { body: parseJson(clean(body)) ?? clean(body) })
  }
}

/** Every text among settings, by its key. */
function stringsIn(value: unknown, key = ''): Named[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => stringsIn(part, Array.isArray(value) ? key : name))
}
