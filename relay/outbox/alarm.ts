import type { Accept } from '../conversation/accept.ts'
import type { Alarm, Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

const lookEveryMs = 1_000
const atOnce = 100

/** Hands in deadlines as they come due. An alarm goes only after its input was taken or has become pointless. */
export function startAlarm(parts: { store: Store; clock: Clock; accept: Accept; log: Log }): () => void {
  const { store, clock, accept, log } = parts
  let ringing = false

  const fault = (error: unknown) => log.error({ error: String(error) }, 'a fault in the alarm')

  async function ringOne(alarm: Alarm): Promise<void> {
    const { conversation, of } = alarm
    const outcome = await accept(conversation, { kind: 'deadline', of })
    if (outcome.kind !== 'failed') await store.disarm(alarm)
  }

  async function ring(): Promise<void> {
    for (const alarm of await store.alarms(clock.now(), atOnce)) await ringOne(alarm).catch(fault)
  }

  return clock.every(lookEveryMs, () => {
    if (ringing) return
    ringing = true
    ring()
      .catch(fault)
      .finally(() => {
        ringing = false
      })
  })
}
