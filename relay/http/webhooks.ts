import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { DestinationId } from '../conversation/delivery.ts'
import type { Hear } from '../conversation/hear.ts'
import type { Heard, Reading } from '../conversation/heard.ts'
import type { Clock } from '../lib/clock.ts'
import type { Challenge, Incoming, Verdict } from '../lib/incoming.ts'
import { type Json, parseJson } from '../lib/json.ts'
import type { Log } from '../lib/log.ts'
import { createSecret } from '../lib/secret.ts'
import { readBody } from './body.ts'

/** A configured platform, as its webhook sees it. */
export interface Endpoint {
  id: DestinationId
  webhookSecret: string
  challenge?(query: URLSearchParams, headers: IncomingHttpHeaders): Challenge
  verify(incoming: Incoming): Verdict
  receive(incoming: Incoming): Reading
  /** 1 MB unless told. */
  maxBodyBytes?: number | undefined
  observe?(incoming: Incoming): void
}

export interface WebhookParts {
  endpoints: Iterable<Endpoint>
  hear: Hear
  /** Acknowledges what belongs to no open conversation. */
  stray(destination: DestinationId, address: string, raw: Json): void
  clock: Clock
  log: Log
  meter: { webhook(from: DestinationId, status: number, ms: number): void }
}

const usualBodyBytes = 1_048_576
const path = /^\/((?:bots|channels)\/[^/?]+)\/([^/?]+)(?:\?(.*))?$/

/**
 * The platforms' webhooks: `POST /bots/:id/:secret` and `/channels/:id/:secret`, a plain handler because this is a hot
 * path. Answers 200 only when everything in the body is durable, and waits for nobody else. False when the request is
 * not for it.
 */
export function createWebhooks(parts: WebhookParts) {
  const endpoints = new Map(
    [...parts.endpoints].map(endpoint => {
      return [endpoint.id, { endpoint, secret: createSecret(endpoint.webhookSecret) }]
    })
  )
  const nobody = createSecret('')

  return function webhooks(request: IncomingMessage, response: ServerResponse): boolean {
    const match = path.exec(request.url ?? '')
    if (!match) return false
    const [, id = '', given = '', query = ''] = match
    const { endpoint, secret = nobody } = endpoints.get(id) ?? {}
    // One answer for an unknown platform and for a wrong secret, after the same work.
    const open = secret.is(given)
    if (!endpoint || !open) answer(response, 404, 'not found')
    else if (request.method === 'GET' && endpoint.challenge) {
      answerChallenge(response, endpoint.challenge(new URLSearchParams(query), request.headers))
    } else if (request.method !== 'POST') answer(response, 405, 'POST only')
    else void take(parts, endpoint, request, response)
    return true
  }
}

/** Nothing but the text, and nothing a browser could take for a page. */
function answerChallenge(response: ServerResponse, { status, text }: Challenge): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff'
  })
  response.end(text)
}

async function take(
  parts: WebhookParts,
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const began = parts.clock.now()
  const [status, reason, incoming] = await statusOf(parts, endpoint, request).catch((error: unknown) => {
    parts.log.error({ from: endpoint.id, error: String(error) }, 'a fault in a webhook')
    return [500, 'a fault of the relay'] as const
  })
  if (status !== 200) parts.log.warn({ from: endpoint.id, status, reason }, 'webhook not taken')
  answer(response, status, reason)
  parts.meter.webhook(endpoint.id, status, parts.clock.now() - began)
  if (incoming) observe(parts, endpoint, incoming)
}

function observe({ log }: WebhookParts, endpoint: Endpoint, incoming: Incoming): void {
  try {
    endpoint.observe?.(incoming)
  } catch (error) {
    log.error({ from: endpoint.id, error: String(error) }, 'a fault after a webhook')
  }
}

type Answer = readonly [status: number, reason: string, taken?: Incoming]

async function statusOf(parts: WebhookParts, endpoint: Endpoint, request: IncomingMessage): Promise<Answer> {
  const body = await readBody(request, endpoint.maxBodyBytes ?? usualBodyBytes)
  if (body.kind === 'tooLong') return [413, 'the body is too large']
  if (body.kind === 'brokenOff') return [400, 'the request broke off']
  const incoming = toIncoming(body.bytes, request, parts.clock.now())
  const verdict = endpoint.verify(incoming)
  if (!verdict.ok) return [verdict.status, verdict.reason]
  const reading = endpoint.receive(incoming)
  if (!reading.ok) return [reading.status, reading.reason]
  for (const ignored of reading.ignored)
    parts.log.info({ from: endpoint.id, ignored }, 'nothing to do for an event')
  for (const heard of reading.heard) {
    if (!(await stored(parts, endpoint, heard))) return [503, 'not stored']
  }
  return [200, '', incoming]
}

async function stored({ hear, stray }: WebhookParts, { id }: Endpoint, heard: Heard): Promise<boolean> {
  const outcome = await hear(id, heard)
  if (outcome.kind === 'refused' && heard.raw !== undefined) stray(id, heard.address, heard.raw)
  return outcome.kind !== 'failed'
}

function toIncoming(raw: Buffer, { headers }: IncomingMessage, at: number): Incoming {
  let parsed: { value: unknown } | undefined
  return {
    raw,
    headers,
    at,
    json() {
      parsed ??= { value: parseJson(raw.toString('utf8')) }
      return parsed.value
    }
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
