import type { Clock } from '../lib/clock.ts'
import type { Said } from './ledger.ts'
import type { WebhookPrank } from './misbehave.ts'
import { typing, type Webhook } from './webhook.ts'

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

/** Says one message: typing, a while, the message, no more typing. A prank changes the order or the number of posts. */
export function createVoice({ pace, clock, webhook }: VoiceParts, conversation: string) {
  const wait = (ms: number) =>
    ms > 0 ? new Promise<void>(resolve => clock.after(ms, resolve)) : Promise.resolve()
  const typingEvent = (state: 'start' | 'stop') =>
    webhook.event('conversation:typing', conversation, typing(state))

  async function utter(
    said: Said,
    prank: WebhookPrank | undefined,
    delayMs = writingMs(said, pace)
  ): Promise<void> {
    const tried = () => {
      said.posts += 1
    }
    const show = pace.typing
    switch (prank?.webhook) {
      case 'batch':
        await wait(delayMs)
        return webhook.post([typingEvent('start'), said.event, typingEvent('stop')], tried)
      case 'reorder-typing':
        await webhook.post([typingEvent('stop')])
        await webhook.post([said.event], tried)
        return webhook.post([typingEvent('start')])
      case 'unknown-event':
        await webhook.post([webhook.event('conversation:party', conversation, {})])
    }
    if (show) await webhook.post([typingEvent('start')])
    await wait(delayMs + (prank?.webhook === 'late' ? prank.delayMs : 0))
    await webhook.post([said.event], tried)
    if (prank?.webhook === 'duplicate') await webhook.post([said.event], tried)
    if (show) await webhook.post([typingEvent('stop')])
  }

  return { utter }
}

function writingMs({ message }: Said, { perWordMs, minMs, maxMs }: Pace): number {
  const words = JSON.stringify(message['content']).split(/\s+/).length
  return Math.min(maxMs, Math.max(minMs, words * perWordMs))
}
