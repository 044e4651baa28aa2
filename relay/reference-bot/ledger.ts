import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../bots/ingenious/contract.ts'
import type { Fault } from './record.ts'
import type { Event } from './webhook.ts'

/** A message said, how often it was posted, and how often its acknowledgement came. */
export interface Said {
  message: JsonObject
  event: Event
  posts: number
  acks: number
}

/** An acknowledgement as it came. */
export interface Ack {
  id: string | undefined
  message: unknown
  /** `echo` for one that came to `/messages`. */
  state: string
  /** The same request had come before: it says the same thing again. */
  repeat: boolean
}

/** What is wrong with an acknowledgement. Each post of a message may be acknowledged once. */
export function faultOf(ack: Ack, said: Said | undefined): Fault | undefined {
  if (ack.id === undefined || ack.id.startsWith('ev_')) return 'ack-of-no-message'
  if (!said) return 'unknown-message'
  if (ack.state !== 'success' && ack.state !== 'echo') return 'ack-not-success'
  if (!isDeepStrictEqual(ack.message, said.message)) return 'changed-message'
  return said.acks >= said.posts && !ack.repeat ? 'double-ack' : undefined
}
