import type { DestinationId } from '../../conversation/delivery.ts'
import type { Log } from '../../lib/log.ts'
import type { ChannelMeter } from '../channel.ts'
import type { Api } from './api.ts'
import type { Memory } from './memory.ts'
import type { Myself } from './myself.ts'
import type { Settings } from './settings.ts'

/** What an open channel sends with. */
export interface Sender {
  settings: Settings
  api: Api
  memory: Memory
  myself: Myself
  /** The channel as a destination. */
  self: DestinationId
  /** ms since 1970: what is owed for longer may have been sent by a process before us. */
  openedAt: number
  log: Log
  meter: ChannelMeter
}
