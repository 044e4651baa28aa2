import type { Incoming, Verdict } from '../../lib/incoming.ts'
import { envelope } from './contract.ts'
import type { Settings } from './settings.ts'

/** inGenious documents no signature: the secret of the path and the three ids are the check. ASSUMED(ingenious 11) */
export function verify(incoming: Incoming, settings: Settings): Verdict {
  const read = envelope.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'not an event of inGenious' }
  const { app, webhook } = read.data
  const ours =
    app.teamId === settings.teamId && app.botId === settings.botId && webhook.id === settings.webhookId
  return ours ? { ok: true } : { ok: false, status: 404, reason: 'another team, bot or webhook' }
}
