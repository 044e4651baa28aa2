import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../bots/ingenious/contract.ts'
import { createCaller } from '../lib/call.ts'
import type { Clock } from '../lib/clock.ts'
import type { Json } from '../lib/json.ts'

/** One of `events[]`. Its id is the same on every attempt. */
export type Event = JsonObject & { readonly id: string }

export interface Webhook {
  /** Resolves once it was taken, or given up on. `tried` is told of each attempt before it is made. */
  post(events: readonly Event[], tried?: () => void): Promise<void>
  event(type: string, conversation: string, rest: JsonObject): Event
  /** Where to: it may become known only after this bot listens. */
  use(url: string): void
  close(): Promise<void>
}

export interface WebhookOptions {
  teamId: string
  botId: string
  webhookId: string
  webhookUrl: string | undefined
  /** Post again, with back-off, until a 2xx comes. */
  retry: boolean
  clock: Clock
  /** Told of each POST that came to nothing. Never the URL: its last part is a secret. */
  failed(reason: string): void
}

const firstWaitMs = 100
const longestWaitMs = 3_000
/** As many conversations as can be talking at once without waiting for each other. */
const connections = 64
const timeoutMs = 10_000

export function createWebhook(options: WebhookOptions): Webhook {
  const { teamId, botId, webhookId, retry, clock, failed } = options
  const caller = createCaller({ connections, timeoutMs, clock })
  let url = options.webhookUrl
  let closed = false

  async function once(body: string): Promise<string | undefined> {
    if (url === undefined) return 'no webhook URL yet'
    const result = await caller.send({ url, headers: { 'content-type': 'application/json' }, body })
    if (result.kind !== 'answer') return result.reason
    return result.status >= 200 && result.status < 300 ? undefined : `answered ${result.status}`
  }

  return {
    async post(events, tried) {
      const body = JSON.stringify({
        app: { teamId, botId },
        webhook: { id: webhookId, version: 'v1' },
        events
      })
      for (let waitMs = firstWaitMs; !closed; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
        tried?.()
        const reason = await once(body)
        if (reason === undefined || closed) return
        failed(reason)
        if (!retry) return
        await new Promise<void>(resolve => clock.after(waitMs, resolve))
      }
    },
    event: (type, conversation, rest) => ({
      id: `ev_${randomUUID()}`,
      timestamp: clock.now(),
      type,
      payload: { conversation: { id: conversation }, ...rest }
    }),
    use(given) {
      url = given
    },
    close() {
      closed = true
      return caller.close()
    }
  }
}

export const typing = (state: 'start' | 'stop'): { [key: string]: Json } => ({
  activity: { author: { type: 'chatbot' }, type: `typing:${state}` }
})
