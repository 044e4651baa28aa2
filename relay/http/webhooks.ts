import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ConfiguredBot, Heard, Incoming } from '../bots/bot.ts'
import type { Accept } from '../conversation/accept.ts'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Clock } from '../lib/clock.ts'
import type { Json } from '../lib/json.ts'
import type { Log } from '../lib/log.ts'
import { sameSecret } from '../lib/secret.ts'
import { readBody } from './body.ts'

export interface WebhookParts {
  /** By the id in the path. */
  bots: ReadonlyMap<string, ConfiguredBot>
  accept: Accept
  /** Acknowledges what belongs to no open conversation. */
  stray(destination: DestinationId, address: string, raw: Json): void
  clock: Clock
  log: Log
  meter: { webhook(bot: DestinationId, status: number, ms: number): void }
}

const maxBodyBytes = 1_048_576
const path = /^\/bots\/([^/?]+)\/([^/?]+)$/

/**
 * The platforms' webhooks: `POST /bots/:id/:secret`, a plain handler because this is a hot path. Answers 200 only when
 * everything in the body is durable, and waits for nobody else. False when the request is not for it.
 */
export function createWebhooks(parts: WebhookParts) {
  return function webhooks(request: IncomingMessage, response: ServerResponse): boolean {
    const match = path.exec(request.url ?? '')
    if (!match) return false
    const [, id = '', secret = ''] = match
    const bot = parts.bots.get(id)
    // One answer for an unknown bot and for a wrong secret, after the same work.
    const open = sameSecret(secret, bot?.webhookSecret ?? '')
    if (!bot || !open) answer(response, 404, 'not found')
    else if (request.method !== 'POST') answer(response, 405, 'POST only')
    else void take(parts, bot, request, response)
    return true
  }
}

async function take(
  parts: WebhookParts,
  bot: ConfiguredBot,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const began = parts.clock.now()
  const [status, reason] = await statusOf(parts, bot, request).catch((error: unknown) => {
    parts.log.error({ bot: bot.id, error: String(error) }, 'a fault in a webhook')
    return [500, 'a fault of the relay'] as const
  })
  if (status !== 200) parts.log.warn({ bot: bot.id, status, reason }, 'webhook not taken')
  answer(response, status, reason)
  parts.meter.webhook(bot.id, status, parts.clock.now() - began)
}

type Answer = readonly [status: number, reason: string]

async function statusOf(parts: WebhookParts, bot: ConfiguredBot, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request, maxBodyBytes)
  if (body.kind === 'tooLong') return [413, 'the body is too large']
  if (body.kind === 'brokenOff') return [400, 'the request broke off']
  const incoming = toIncoming(body.bytes, request)
  const verdict = bot.verify(incoming)
  if (!verdict.ok) return [verdict.status, verdict.reason]
  const reading = bot.receive(incoming)
  if (!reading.ok) return [reading.status, reading.reason]
  for (const ignored of reading.ignored)
    parts.log.info({ bot: bot.id, ignored }, 'nothing to do for an event')
  for (const heard of reading.heard) {
    if (!(await stored(parts, bot, heard))) return [503, 'not stored']
  }
  return [200, '']
}

async function stored(parts: WebhookParts, bot: ConfiguredBot, heard: Heard): Promise<boolean> {
  const { address, input, raw } = heard
  const outcome = await parts.accept({ destination: bot.id, address }, input)
  if (outcome.kind === 'refused') {
    parts.log.warn(
      { bot: bot.id, input: input.kind, refusal: outcome.refusal },
      'refused what a platform said'
    )
    if (raw !== undefined) parts.stray(bot.id, address, raw)
  }
  return outcome.kind !== 'failed'
}

function toIncoming(raw: Buffer, { headers }: IncomingMessage): Incoming {
  let parsed: { value: unknown } | undefined
  return {
    raw,
    headers,
    json() {
      parsed ??= { value: parseJson(raw) }
      return parsed.value
    }
  }
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}

function answer(response: ServerResponse, status: number, reason: string): void {
  if (response.destroyed || response.headersSent) return
  const body = status === 200 ? '{}' : JSON.stringify({ error: reason })
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(status === 413 && { connection: 'close' })
  })
  response.end(body)
}
