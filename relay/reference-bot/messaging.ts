import type { IncomingMessage, ServerResponse } from 'node:http'
import { sameSecret } from '../lib/secret.ts'
import { type Answer, answerTo, isAck, isCreate } from './calls.ts'
import { answer, parseJson } from './http.ts'
import type { CallName, How, Misbehave } from './misbehave.ts'
import type { Record } from './record.ts'
import type { Talks } from './talks.ts'

export interface MessagingParts {
  basePath: string
  token: string
  talks: Talks
  record: Record
  misbehave: Misbehave
  /** A call whose `Idempotency-Key` has been seen is answered as the first time; an acknowledgement is heard each time. */
  dedup: boolean
}

/** A call that is understood as far as its path. */
interface Asked {
  name: CallName
  conversation: string | undefined
  key: string | undefined
  body: unknown
}

/** The five endpoints of the contract, under the base path. */
export function createMessaging(parts: MessagingParts) {
  const { basePath, record, misbehave, dedup } = parts
  const answered = new Map<string, Answer>()

  function respond(request: IncomingMessage, response: ServerResponse, text: string): void {
    const refusal = refusalOf(parts, request, text)
    const asked = refusal ? undefined : understand(basePath, request, text)
    if (!asked) {
      record.failure({ fault: 'bad-credentials', detail: refusal ?? 'no such endpoint' })
      return answer(response, refusal ? 400 : 404, { error: refusal ?? 'no such endpoint' })
    }
    const how = misbehave.onCall(asked.name)
    if (how && isBeforeWork(how)) return befall(how, response)
    const { status, body } = work(asked)
    return how ? befall(how, response) : answer(response, status, body)
  }

  function work(asked: Asked): Answer {
    const { name, conversation, key, body } = asked
    const known = key === undefined ? undefined : `${name} ${conversation ?? ''} ${key}`
    const before = known === undefined ? undefined : answered.get(known)
    const again = before && dedup && !isAck(name, body)
    const result = again ? before : perform(parts, asked, before !== undefined)
    if (known !== undefined && result.status !== 400) answered.set(known, result)
    if (result.fault && result !== before) record.failure({ fault: result.fault, conversation, detail: name })
    record.line({
      call: name,
      status: result.status,
      body,
      ...(conversation !== undefined && { conversation }),
      ...(key !== undefined && { key }),
      ...(before && { repeat: true }),
      ...(result.ignored && { ignored: true })
    })
    return result
  }

  return { respond, reset: () => answered.clear() }
}

function perform({ talks }: MessagingParts, { name, conversation, body }: Asked, repeat: boolean): Answer {
  if (name !== 'create') return answerTo({ name, talk: talks.find(conversation), body, repeat })
  if (!isCreate(body)) return { status: 400, body: { error: 'malformed body' }, fault: 'bad-body' }
  return { status: 201, body: { conversation: { id: talks.make().id } } }
}

/** "Auth and id errors come back as 400." */
function refusalOf({ basePath, token }: MessagingParts, request: IncomingMessage, text: string) {
  const { authorization = '', 'content-type': type = '' } = request.headers
  if (!sameSecret(authorization, `Bearer ${token}`)) return 'missing or wrong auth header'
  if (!`${request.url}/`.startsWith(`${basePath}/`)) return 'wrong team or bot id'
  if (!/^application\/json\b/i.test(type)) return 'the content type is not JSON'
  return parseJson(text).ok ? undefined : 'the body is not JSON'
}

const paths = /^\/conversations(?:\/([^/]+)\/(messages|delivery|activity|handback))?$/

function understand(basePath: string, request: IncomingMessage, text: string): Asked | undefined {
  const match = paths.exec((request.url ?? '').slice(basePath.length))
  const body = parseJson(text)
  if (!match || !body.ok || request.method !== 'POST') return undefined
  const [, encoded, verb] = match
  const name =
    verb === 'messages' || verb === 'delivery' || verb === 'activity' || verb === 'handback' ? verb : 'create'
  const key = request.headers['idempotency-key']
  return {
    name,
    conversation: encoded === undefined ? undefined : decode(encoded),
    key: typeof key === 'string' ? key : undefined,
    body: body.value
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const isBeforeWork = (how: How): boolean =>
  'status' in how || 'hangBeforeWork' in how || 'resetBeforeWork' in how

/** Hanging is doing nothing more: the caller's patience ends it. */
function befall(how: How, response: ServerResponse): void {
  if ('resetBeforeWork' in how || 'resetAfterWork' in how) response.socket?.resetAndDestroy()
  if (!('status' in how)) return
  const headers = how.retryAfter === undefined ? {} : { 'retry-after': String(how.retryAfter) }
  answer(response, how.status, { error: 'misbehaving, as told' }, headers)
}
