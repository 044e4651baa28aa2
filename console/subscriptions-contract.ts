import type { DeliveryTold } from './contract.ts'

/** Who is told of events, as far as the page and the relay speak of it. */
export interface Subscription {
  id: string
  origin: string
  topics: readonly string[]
  state: 'working' | 'failing' | 'disabled'
  failingSince?: number
  disabledAt?: number
  enabledAt?: number
  reason?: string
  /** Its secret was rotated then; one before it signs along until then. */
  rotatedAt?: number
  oldSecretUntil?: number
}

/** A delivery to a subscriber, and what it is about. */
export interface Delivered extends Omit<DeliveryTold, 'destination'> {
  conversation: string
  seq: number
  kind: string
  topics: readonly string[]
  /** While it is owed: no call before that. */
  dueAt?: number
}

/** A signing secret that is told this once, and until when those before it sign along. */
export interface Rotated {
  secret: string
  oldUntil: number
}

/** What a subscriber is told again: a time of all conversations, or places of one. */
export type Range = { from: number; to: number } | { conversation: string; from?: number; to?: number }
