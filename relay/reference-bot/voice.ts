import type { Clock } from '../lib/clock.ts'
import type { Said } from './ledger.ts'
import type { WebhookPrank } from './misbehave.ts'
import { type Event, typing, type Webhook } from './webhook.ts'

export interface Pace {
  /** Show typing around each message. */
  typing: boolean
  /** How long a message takes to write, for each word, ms; within `minMs` and `maxMs`. */
  perWordMs: number
  minMs: number
  maxMs: number
}

interface VoiceParts {
  pace: Pace
  clock: Clock
  webhook: Webhook
}

interface Manner {
  conversation: string
  prank?: WebhookPrank | undefined
  delayMs?: number | undefined
}

/** Says one message: typing, a while, the message, no more typing. A prank changes the order or number of the posts. */
export async function utter(
  { pace, clock, webhook }: VoiceParts,
  said: Said,
  { conversation, prank, delayMs = writingMs(said, pace) }: Manner
): Promise<void> {
  const state = (to: 'start' | 'stop') => webhook.event('conversation:typing', conversation, typing(to))
  const post = (...events: Event[]) =>
    webhook.post(events, () => {
      if (events.includes(said.event)) said.posts += 1
    })
  const shown = pace.typing || prank?.webhook === 'batch' || prank?.webhook === 'reorder-typing'
  const before = shown ? [state('start')] : []
  const after = shown ? [state('stop')] : []
  if (prank?.webhook === 'unknown-event') before.push(webhook.event('conversation:party', conversation, {}))
  const waitMs = delayMs + (prank?.webhook === 'late' ? prank.delayMs : 0)
  for (const events of inOrder(prank, before, said.event, after)) {
    if (events.includes(said.event)) await wait(clock, waitMs)
    if (events.length > 0) await post(...events)
  }
}

function inOrder(
  prank: WebhookPrank | undefined,
  before: Event[],
  message: Event,
  after: Event[]
): Event[][] {
  switch (prank?.webhook) {
    case 'batch':
      return [[...before, message, ...after]]
    case 'reorder-typing':
      return [after, [message], before]
    case 'duplicate':
      return [before, [message], [message], after]
    default:
      return [before, [message], after]
  }
}

const wait = (clock: Clock, ms: number): Promise<void> =>
  ms > 0 ? new Promise(resolve => clock.after(ms, resolve)) : Promise.resolve()

function writingMs({ message }: Said, { perWordMs, minMs, maxMs }: Pace): number {
  const words = JSON.stringify(message['content']).split(/\s+/).length
  return Math.min(maxMs, Math.max(minMs, words * perWordMs))
}
