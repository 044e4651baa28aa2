import { createHmac } from 'node:crypto'
import type { Incoming, Verdict } from '../../lib/incoming.ts'
import { sameSecret } from '../../lib/secret.ts'
import { eventPlaces, id, jsonObject, pick } from './contract.ts'
import type { Settings, Verification } from './settings.ts'

const refused = (reason: string): Verdict => ({ ok: false, status: 401, reason })

/**
 * The secret of the path has been compared; then what the settings say is looked for, on the raw bytes, and then
 * whether the event is our chatbot's. That id is no secret: its own widget shows it.
 */
export function verify(incoming: Incoming, { verify: how, chatbotId }: Settings): Verdict {
  const verdict = verifyHeader(incoming, how)
  if (!verdict.ok) return verdict
  const body = jsonObject.safeParse(incoming.json())
  if (!body.success) return { ok: false, status: 400, reason: 'not an event of Bot9' }
  const named = pick(body.data, eventPlaces.chatbot, id)
  return named === undefined || named === chatbotId
    ? { ok: true }
    : { ok: false, status: 404, reason: 'another chatbot' }
}

function verifyHeader(incoming: Incoming, how: Verification): Verdict {
  if (how.mode === 'none' || how.mode === 'url-token') return { ok: true }
  const { header = '', secret = '', prefix } = how
  const given = headerOf(incoming, header)
  if (given === undefined) return refused('the header to be verified is missing')
  if (!given.startsWith(prefix)) return refused('the header does not begin as it should')
  const value = given.slice(prefix.length)
  if (how.mode === 'header-secret')
    return sameSecret(value, secret) ? { ok: true } : refused('another secret in the header')
  return verifySignature(incoming, value, how)
}

function verifySignature(incoming: Incoming, given: string, how: Verification): Verdict {
  const { algorithm, encoding, secret = '', timestamp } = how
  const hmac = createHmac(algorithm, secret)
  if (timestamp) {
    const stamp = headerOf(incoming, timestamp.header)
    if (stamp === undefined) return refused('the timestamp is missing')
    if (Math.abs(incoming.at - msOf(stamp)) <= timestamp.toleranceSeconds * 1_000) hmac.update(`${stamp}.`)
    else return refused('the timestamp is too far from now')
  }
  const expected = hmac.update(incoming.raw).digest(encoding)
  const value = encoding === 'hex' ? given.toLowerCase() : given
  return sameSecret(unpadded(value), unpadded(expected)) ? { ok: true } : refused('another signature')
}

function headerOf({ headers }: Incoming, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : undefined
}

/** Seconds or milliseconds since 1970: the latter have been above this since that year's January. */
const leastMs = 100_000_000_000

/** `Infinity` for what is no time: too far from any. */
function msOf(stamp: string): number {
  if (!/^\d{1,15}(\.\d{1,9})?$/.test(stamp)) return Number.POSITIVE_INFINITY
  const given = Number(stamp)
  return given < leastMs ? given * 1_000 : given
}

const unpadded = (text: string): string => text.replace(/=+$/, '')
