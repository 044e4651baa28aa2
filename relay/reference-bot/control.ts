import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { jsonObject } from '../bots/ingenious/contract.ts'
import { sameSecret } from '../lib/secret.ts'
import { answer, parseJson } from './http.ts'
import { type Misbehave, misbehaviour } from './misbehave.ts'
import type { Record } from './record.ts'
import type { Talks } from './talks.ts'

export interface ControlParts {
  token: string
  talks: Talks
  record: Record
  misbehave: Misbehave
  dropAcks(times: number): void
  use(webhookUrl: string): void
  reset(): void
}

const say = z.strictObject({ conversation: z.string().optional(), content: jsonObject })
const dropAck = z.strictObject({ times: z.int().min(1).default(1) }).prefault({})
const webhook = z.strictObject({ url: z.url() })

/**
 * What tests and the curious ask of this bot, with the same Bearer token as the contract's calls:
 *
 * - `GET /admin/record`: `{ counts, received, failures }`, everything that came and everything that was wrong.
 * - `POST /admin/misbehave`: `{ call: 'create'|'messages'|'delivery'|'activity'|'handback'|'any', times?, share?, how }`
 *   with `how` one of `{ status, retryAfter? }`, `{ hangBeforeWork: true }`, `{ hangAfterWork: true }`,
 *   `{ resetBeforeWork: true }`, `{ resetAfterWork: true }`; or `{ webhook: 'duplicate'|'late'|'batch'|'unknown-kind'|
 *   'unknown-event'|'reorder-typing', times?, share?, delayMs? }`. `times` is how often (1), `share` the chance (1).
 * - `POST /admin/say`: `{ conversation?, content }`: says a content of the contract now, in the newest conversation
 *   unless one is named.
 * - `POST /admin/drop-ack`: `{ times? }`: loses the next acknowledgements, and posts their messages again.
 * - `POST /admin/webhook`: `{ url }`: where to post from now on.
 * - `POST /admin/reset`: forgets conversations, records and misbehaviour.
 */
export function createControl(parts: ControlParts) {
  return function control(request: IncomingMessage, response: ServerResponse, text: string): void {
    if (!sameSecret(request.headers.authorization ?? '', `Bearer ${parts.token}`))
      return answer(response, 401, { error: 'the token, please' })
    const body = parseJson(text)
    const route = `${request.method} ${request.url}`
    const outcome = body.ok ? perform(parts, route, body.value) : { error: 'the body is not JSON' }
    if (outcome === undefined) answer(response, 404, { error: 'no such admin call' })
    else answer(response, 'error' in outcome ? 400 : 200, outcome)
  }
}

function perform(parts: ControlParts, route: string, body: unknown): object | undefined {
  switch (route) {
    case 'GET /admin/record':
      return parts.record.read()
    case 'POST /admin/misbehave':
      return given(misbehaviour, body, parts.misbehave.add)
    case 'POST /admin/say':
      return saying(parts, body)
    case 'POST /admin/drop-ack':
      return given(dropAck, body, ({ times }) => parts.dropAcks(times))
    case 'POST /admin/webhook':
      return given(webhook, body, ({ url }) => parts.use(url))
    case 'POST /admin/reset':
      parts.reset()
      return {}
    default:
      return undefined
  }
}

function saying({ talks }: ControlParts, body: unknown): object {
  const read = say.safeParse(body)
  const talk = read.success ? talks.find(read.data.conversation) : undefined
  if (!read.success) return { error: z.prettifyError(read.error) }
  if (!talk) return { error: 'there is no such conversation' }
  talk.say(read.data.content)
  return { conversation: talk.id }
}

function given<Shape extends z.ZodType>(
  shape: Shape,
  body: unknown,
  act: (given: z.infer<Shape>) => void
): object {
  const read = shape.safeParse(body)
  if (!read.success) return { error: z.prettifyError(read.error) }
  act(read.data)
  return {}
}
