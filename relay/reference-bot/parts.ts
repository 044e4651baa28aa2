import { randomInt } from 'node:crypto'
import { createControl } from './control.ts'
import { createMessaging } from './messaging.ts'
import { createMisbehave, type Misbehave } from './misbehave.ts'
import { paceOf, type ReferenceBotOptions } from './options.ts'
import { createRecord, type Record } from './record.ts'
import { defaultScript } from './script.ts'
import type { TalkParts } from './talk.ts'
import { createTalks } from './talks.ts'
import { createWebhook, type Webhook } from './webhook.ts'

/** What is asked of a bot by its calls and by `/admin`, wired together. `url` is known once it listens. */
export function createParts(options: ReferenceBotOptions, basePath: string, url: () => string) {
  const { token, clock, keep = 10_000, random = chance } = options
  const record = createRecord(clock, keep)
  const misbehave = createMisbehave(random)
  const webhook = openWebhook(options, record)
  const losses = createLosses()
  const talks = createTalks(talkParts(options, { record, misbehave, webhook, losses, url }), {
    adopt: options.adopt ?? false
  })
  const messaging = createMessaging({
    basePath,
    token,
    talks,
    record,
    misbehave,
    dedup: options.dedup ?? true
  })
  const control = createControl({
    token,
    talks,
    record,
    misbehave,
    dropAcks: losses.add,
    use: webhook.use,
    reset() {
      for (const part of [record, misbehave, talks, messaging, losses]) part.reset()
    }
  })
  return { webhook, messaging, control }
}

interface Shared {
  record: Record
  misbehave: Misbehave
  webhook: Webhook
  losses: ReturnType<typeof createLosses>
  url: () => string
}

function talkParts(
  options: ReferenceBotOptions,
  { record, misbehave, webhook, losses, url }: Shared
): TalkParts {
  const { clock, log, script = defaultScript(), resendMs = 1_000 } = options
  const files = () => options.publicUrl ?? url()
  return {
    script,
    clock,
    webhook,
    misbehave,
    resendMs,
    pace: paceOf(options),
    scene: {
      imageUrl: word => `${files()}/images/${word}.svg`,
      fileUrl: word => `${files()}/files/${word}.txt`
    },
    dropAck: losses.take,
    failed(fault, conversation) {
      log.warn({ fault, conversation }, 'the relay did what the contract forbids')
      record.failure({ fault, conversation })
    }
  }
}

function openWebhook(options: ReferenceBotOptions, record: Record): Webhook {
  const { teamId, botId, webhookId, webhookUrl, clock, retry = true } = options
  const failed = (detail: string) => record.failure({ fault: 'webhook-not-taken', detail })
  return createWebhook({ teamId, botId, webhookId, webhookUrl, clock, retry, failed })
}

/** How many acknowledgements are still to be lost. */
function createLosses() {
  let left = 0
  return {
    add(times: number) {
      left += times
    },
    take: () => left > 0 && left-- > 0,
    reset() {
      left = 0
    }
  }
}

const chance = () => randomInt(2 ** 32) / 2 ** 32
