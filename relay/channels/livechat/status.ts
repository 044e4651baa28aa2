import type { Clock } from '../../lib/clock.ts'
import type { Log } from '../../lib/log.ts'
import { reasonOf } from './answer.ts'
import type { Api } from './api.ts'
import { type RoutingStatus, statusAt } from './hours.ts'
import type { Settings } from './settings.ts'

/** Whether the bot takes chats: as its hours say at the start and whenever they change, as LiveChat says in between. */
export interface Status {
  accepting(): boolean
  /** LiveChat says that somebody has changed it. */
  changed(status: string): void
  /** Sets what it should be; throws nothing, and tries again until it holds. */
  keep(): Promise<void>
}

interface StatusParts {
  settings: Settings
  api: Api
  clock: Clock
  log: Log
}

export function createStatus({ settings, api, clock, log }: StatusParts): Status {
  let wanted: RoutingStatus | undefined
  let now: string = statusAt(settings.hours, clock.now())

  async function set(status: RoutingStatus): Promise<void> {
    const body = { status, agent_id: settings.botId }
    const answer = await api.asBot({ api: 'agent', action: 'set_routing_status', body })
    if (answer.kind === 'done') {
      wanted = status
      now = status
      log.info({ status }, 'the bot’s routing status is set')
    } else log.warn({ reason: reasonOf(answer) }, 'the bot’s routing status is not set')
  }

  return {
    accepting: () => now === 'accepting_chats',
    changed(status) {
      now = status
    },
    async keep() {
      const should = statusAt(settings.hours, clock.now())
      if (should !== wanted) await set(should)
    }
  }
}
