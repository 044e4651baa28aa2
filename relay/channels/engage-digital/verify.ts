import type { IncomingHttpHeaders } from 'node:http'
import type { Challenge, Incoming, Verdict } from '../../lib/incoming.ts'
import { createSecret } from '../../lib/secret.ts'
import { envelope } from './contract.ts'
import type { Settings } from './settings.ts'

/** Safe to be repeated, whoever asks: nothing a browser could take for markup. */
const harmless = /^[A-Za-z0-9._~+/=-]{1,256}$/

/** The webhook's secret comes as it is, in a header: no signature is documented, and no time. */
export function createVerify({ secret: given, verifyToken, domainId }: Settings) {
  const secret = createSecret(given)
  const token = createSecret(verifyToken)
  const knowsSecret = (headers: IncomingHttpHeaders) => secret.is(String(headers['x-dimelo-secret'] ?? ''))

  return {
    verify(incoming: Incoming): Verdict {
      if (!knowsSecret(incoming.headers))
        return { ok: false, status: 401, reason: 'a wrong X-Dimelo-Secret, or none' }
      const read = envelope.safeParse(incoming.json())
      if (!read.success) return { ok: false, status: 400, reason: 'no events of Engage Digital' }
      if (domainId !== undefined && read.data.domain_id !== domainId)
        return { ok: false, status: 404, reason: 'events of another account' }
      return { ok: true }
    },

    /** Once after the webhook was saved there. Whoever does not know both secrets is told nothing. */
    challenge(query: URLSearchParams, headers: IncomingHttpHeaders): Challenge {
      const isKnown = token.is(query.get('hub.verify_token') ?? '')
      if (!(knowsSecret(headers) && isKnown)) return { status: 401, text: 'not known' }
      const text = query.get('hub.challenge') ?? ''
      if (query.get('hub.mode') !== 'subscribe' || !harmless.test(text))
        return { status: 400, text: 'not a challenge' }
      return { status: 200, text }
    }
  }
}
