import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'
import type { Script } from './script.ts'
import type { Pace } from './voice.ts'

export interface ReferenceBotOptions {
  /** What it says; the script beside this file unless told. */
  script?: Script
  /** The access token it expects, of calls and of `/admin`. */
  token: string
  teamId: string
  botId: string
  webhookId: string
  /** Where its events go; can be told later by `useWebhook`. */
  webhookUrl?: string
  clock: Clock
  log: Log
  pace?: Partial<Pace>
  /** Post events again until they are taken. True unless told. */
  retry?: boolean
  /** Answer a repeated `Idempotency-Key` as the first time. True unless told. */
  dedup?: boolean
  /** Go on with conversations of before a restart. False unless told. */
  adopt?: boolean
  /** How many lines of the record are kept. */
  keep?: number
  /** When an acknowledgement was lost, the message is posted again after this long. */
  resendMs?: number
  /** The start of the URLs of its pictures; its own unless told. */
  publicUrl?: string
  random?: () => number
}

/** Like a person who types fast. */
const defaultPace: Pace = { typing: true, perWordMs: 40, minMs: 250, maxMs: 1_200 }

export const paceOf = ({ pace }: ReferenceBotOptions): Pace => ({ ...defaultPace, ...pace })
