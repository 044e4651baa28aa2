import type { CustomFetch } from 'openid-client'
import { createCaller } from '../../../lib/call.ts'
import { guardedConnect } from '../../../lib/guarded-connect.ts'

/** No whole answer came from the issuer. The message is for the operator's log, and quotes nothing. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

export interface Outbound {
  fetch: CustomFetch
  /** May anybody be sent, or anything said, there? */
  allows(url: URL): boolean
  close(): Promise<void>
}

const connections = 4

/**
 * The only way to the issuer. The operator vouches for its own origin, wherever that is; what its metadata names elsewhere is https at
 * a public address, or not called. Each call has a bound for time and for size, and follows no redirect.
 */
export function createOutbound(issuer: string, timeoutMs: number): Outbound {
  const home = new URL(issuer).origin
  const own = createCaller({ connections, timeoutMs })
  const others = createCaller({ connections, timeoutMs, connect: guardedConnect({ timeoutMs }) })
  const allows = ({ origin, protocol }: URL) => origin === home || protocol === 'https:'
  return {
    allows,
    async fetch(address, { method, headers, body }) {
      const url = new URL(address)
      if (!allows(url)) throw new Unreachable('the issuer names an address that is neither its own nor https')
      const result = await (url.origin === home ? own : others).send({
        url: url.href,
        method: method === 'POST' ? 'POST' : 'GET',
        headers,
        ...(body instanceof URLSearchParams && { body: body.toString() })
      })
      if (result.kind !== 'answer') throw new Unreachable(result.reason)
      if (result.status >= 500) throw new Unreachable(`the issuer answered ${result.status}`)
      // Whatever it is called: it is read as JSON, or not at all.
      const as = { status: result.status, headers: { 'content-type': 'application/json' } }
      return new Response(result.body === '' ? null : result.body, as)
    },
    async close() {
      await Promise.all([own.close(), others.close()])
    }
  }
}
