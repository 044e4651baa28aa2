import type { IncomingHttpHeaders } from 'node:http'

/** A platform's request to its webhook, the secret of the path already checked. */
export interface Incoming {
  raw: Buffer
  headers: IncomingHttpHeaders
  /** When it came, ms since 1970. */
  at: number
  /** The body as JSON; undefined when it is none. Parsed on the first call. */
  json(): unknown
}

/** yes, or the HTTP status to answer with and the reason for the operator's log (never a secret). */
export type Verdict = { ok: true } | { ok: false; status: 400 | 401 | 404; reason: string }

/** The answer to a platform that asks whether this is really its webhook: text, and nothing else. */
export interface Challenge {
  status: 200 | 400 | 401
  text: string
}
