import type { Incoming, Verdict } from '../../lib/incoming.ts'
import type { Secret } from '../../lib/secret.ts'
import { envelope } from './contract.ts'
import type { Settings } from './settings.ts'

/** LiveChat signs nothing: what proves a webhook is the secret inside its body, and that of the path before it. */
export function verify(incoming: Incoming, secretKey: Secret, settings: Settings): Verdict {
  const read = envelope.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'not a webhook of LiveChat' }
  if (!secretKey.is(read.data.secret_key)) return { ok: false, status: 401, reason: 'another secret key' }
  if (read.data.organization_id !== settings.organizationId)
    return { ok: false, status: 404, reason: 'another organization' }
  return { ok: true }
}
