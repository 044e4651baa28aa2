import type { CallResult } from '../../lib/call.ts'
import { parseJson } from '../../lib/json.ts'
import type { Receipt } from '../../outbox/destination.ts'
import { failure } from './contract.ts'

/** What came of a call. LiveChat's words for an error never get further than its type: they may repeat anything. */
export type Answer =
  | { kind: 'done'; action: string; body: unknown }
  | {
      kind: 'error'
      action: string
      status: number
      /** `error.type`; empty where the answer has none. */
      type: string
      region: string | undefined
      afterMs: number | undefined
    }
  | { kind: 'unsent' | 'unknown'; action: string; reason: string }

/** An empty body is a good answer to many calls. */
export function answerOf(action: string, result: CallResult): Answer {
  if (result.kind !== 'answer') return { kind: result.kind, action, reason: result.reason }
  const { status, retryAfterMs: afterMs } = result
  const body = parseJson(result.body)
  if (status >= 200 && status < 300) return { kind: 'done', action, body }
  const error = failure.safeParse(body).data?.error
  const region = error?.type === 'misdirected_request' ? regionOf(error.data?.region) : undefined
  return { kind: 'error', action, status, type: error?.type ?? '', region, afterMs }
}

const regionOf = (named: string | undefined): string | undefined =>
  named !== undefined && /^[a-z0-9-]{1,20}$/.test(named) ? named : undefined

export const isUnauthenticated = (answer: Answer): boolean =>
  answer.kind === 'error' && answer.type === 'authentication'

/** Certainly not done, and worth another try. */
const passing = new Set(['too_many_requests', 'internal', 'service_unavailable'])

/** By `error.type`, for which HTTP status goes with which is published nowhere. ASSUMED(livechat 8) */
export function receiptOf(answer: Exclude<Answer, { kind: 'done' }>): Receipt {
  const reason = reasonOf(answer)
  switch (answer.kind) {
    case 'unsent':
      return { kind: 'later', reason }
    case 'unknown':
      return { kind: 'unknown', reason }
    case 'error':
      return ofError(answer, reason)
    default:
      return answer satisfies never
  }
}

function ofError({ type, status, afterMs }: Answer & { kind: 'error' }, reason: string): Receipt {
  // Their own 15 seconds were over: it may have been done all the same.
  if (type === 'request_timeout') return { kind: 'unknown', reason }
  if (type === 'chat_inactive') return { kind: 'gone', reason }
  const later = type === '' ? status === 408 || status === 429 || status >= 500 : passing.has(type)
  if (!later) return { kind: 'refused', reason }
  return { kind: 'later', reason, ...(afterMs !== undefined && { afterMs }) }
}

/** For the operator's log and a receipt: the call, the status and the type, and nothing that was said. */
export function reasonOf(answer: Exclude<Answer, { kind: 'done' }>): string {
  if (answer.kind !== 'error') return `${answer.action}: ${answer.reason}`
  const type = answer.type === '' ? '' : ` ${answer.type}`
  return `${answer.action}: LiveChat answered ${answer.status}${type}`
}
