import type { Caller, CallResult } from '../../lib/call.ts'
import { parseJson } from '../../lib/json.ts'
import type { Receipt } from '../../outbox/destination.ts'
import { fault } from './contract.ts'
import type { Pace } from './pace.ts'
import type { Settings } from './settings.ts'

interface Asked {
  /** What it is for, in a receipt's reason. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** `name[]` for each of many. */
  query?: readonly (readonly [name: string, value: string])[]
  json?: unknown
}

/** Why a call came to nothing. */
export interface Fault {
  ok: false
  /** 0 when there was no answer. */
  status: number
  /** The platform's own word for it, where it is a known one. */
  word: string | undefined
  receipt: Exclude<Receipt, { kind: 'taken' | 'linked' }>
}
export type Answered = { ok: true; body: unknown } | Fault

/** The REST interface: paced, and never an exception. */
export type Api = (asked: Asked) => Promise<Answered>

export function createApi({ apiUrl, accessToken }: Settings, caller: Caller, pace: Pace): Api {
  return async function ask(asked) {
    const { method, path, query = [], json } = asked
    const search =
      query.length > 0 ? `?${new URLSearchParams(query.map(([key, value]) => [key, value]))}` : ''
    await pace.enter()
    const result = await caller.send({
      url: apiUrl + path + search,
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(json !== undefined && { 'content-type': 'application/json' })
      },
      ...(json !== undefined && { body: JSON.stringify(json) })
    })
    return answered(asked, result, pace)
  }
}

function answered({ name, method }: Asked, result: CallResult, pace: Pace): Answered {
  switch (result.kind) {
    case 'answer':
      return judged(name, result, pace)
    case 'unsent':
      return silent({ kind: 'later', reason: `${name}: ${result.reason}` })
    case 'unknown':
      // Who only asks may ask again.
      return silent({ kind: method === 'GET' ? 'later' : 'unknown', reason: `${name}: ${result.reason}` })
    default:
      return result satisfies never
  }
}

const silent = (receipt: Fault['receipt']): Fault => ({ ok: false, status: 0, word: undefined, receipt })

function judged(name: string, answer: Extract<CallResult, { kind: 'answer' }>, pace: Pace): Answered {
  const { status, body, retryAfterMs } = answer
  const parsed = parseJson(body)
  if (status >= 200 && status < 300) {
    pace.isFine()
    return { ok: true, body: parsed }
  }
  const word = knownWord(parsed)
  const reason = `${name}: Engage Digital answered ${status}${word === undefined ? '' : ` (${word})`}`
  const afterMs = status === 429 ? pace.slowDown(retryAfterMs) : retryAfterMs
  // 409: the same change is under way.
  const isPassing = [408, 409, 429].includes(status) || status >= 500
  const receipt: Fault['receipt'] = isPassing
    ? { kind: 'later', reason, ...(afterMs !== undefined && { afterMs }) }
    : { kind: 'refused', reason: reason + (causes[status] ?? '') }
  return { ok: false, status, word, receipt }
}

/** One answer for two causes, as its pages say. */
const causes: Partial<Record<number, string>> = {
  401: ': the access token is wrong',
  404: ': the id is wrong, or the token’s user may not read the source'
}

/** "In reply to content is not under an open intervention" has no identifier of its own. ASSUMED(engage-digital 8.1) */
const wantsIntervention = 'wants an intervention'
const words = [
  'rate_limit_exceeded',
  'compose_disabled_on_source',
  'validation_error',
  'cant_reply_to_closed_thread'
]

/** Nothing of an answer goes on but these: it could repeat the token or the text. */
function knownWord(parsed: unknown): string | undefined {
  const { error = '', message = '' } = fault.safeParse(parsed).data ?? {}
  const known = words.find(word => word === error)
  if (known !== undefined && known !== 'validation_error') return known
  return /\bopen intervention\b/i.test(message ?? '') ? wantsIntervention : known
}

export const isWithoutIntervention = ({ word }: Fault): boolean => word === wantsIntervention
export const isClosedThread = ({ word }: Fault): boolean => word === 'cant_reply_to_closed_thread'
