import type { Accept } from '../conversation/accept.ts'
import type { Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

const lookEveryMs = 1_000
const atOnce = 100

/** Hands in deadlines as they come due. An alarm goes only after its input was taken or has become pointless. */
export function startAlarm(parts: { store: Store; clock: Clock; accept: Accept; log: Log }): () => void {
  const { store, clock, accept, log } = parts
  let ringing = false

  async function ring(): Promise<void> {
    for (const alarm of await store.alarms(clock.now(), atOnce)) {
      const { conversation, of } = alarm
      const outcome = await accept(conversation, { kind: 'deadline', of })
      if (outcome.kind !== 'failed') await store.disarm(alarm)
    }
  }

  return clock.every(lookEveryMs, () => {
    if (ringing) return
    ringing = true
    ring()
      .catch((error: unknown) => log.error({ error: String(error) }, 'a fault in the alarm'))
      .finally(() => {
        ringing = false
      })
  })
}
