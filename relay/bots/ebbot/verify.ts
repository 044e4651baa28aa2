import type { Incoming, Verdict } from '../../lib/incoming.ts'
import { eventsOf } from './events.ts'
import type { Settings } from './settings.ts'

/** Ebbot documents no signature: the secret of the path and the bot's id are the check. ASSUMED(ebbot 10) */
export function verify(incoming: Incoming, { botId }: Settings): Verdict {
  const events = eventsOf(incoming.json())
  if (events.length === 0) return { ok: false, status: 400, reason: 'not an event of Ebbot' }
  const ours = events.every(event => event.botId === botId)
  return ours ? { ok: true } : { ok: false, status: 404, reason: 'another bot' }
}
