import type { Heard } from '../conversation/heard.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { ConfiguredChannel } from './channel.ts'

interface CatchUpParts {
  channels: Iterable<ConfiguredChannel>
  clock: Clock
  log: Log
  /** False when it could not be stored: the next look finds it again. */
  hear(channel: ConfiguredChannel, heard: Heard): Promise<boolean>
}

/** Asks platforms for what their webhooks have lost, at the start and then every so often. Ends when told. */
export function startCatchUp({ channels, clock, log, hear }: CatchUpParts): () => void {
  const stops = [...channels].flatMap(channel => {
    const { catchUp } = channel
    if (!catchUp) return []
    let looking = false
    const look = async (): Promise<void> => {
      if (looking) return
      looking = true
      try {
        for (const heard of await catchUp.look()) await hear(channel, heard)
      } catch (error) {
        log.warn({ channel: channel.id, error: String(error) }, 'could not look for what was lost')
      } finally {
        looking = false
      }
    }
    void look()
    return [clock.every(catchUp.everyMs, () => void look())]
  })
  return () => {
    for (const stop of stops) stop()
  }
}
