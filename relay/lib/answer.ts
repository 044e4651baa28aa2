import type { Dispatcher } from 'undici'
import type { CallResult } from './call.ts'
import type { Clock } from './clock.ts'
import { reasonOf } from './reason.ts'

interface Wanted {
  timeoutMs: number
  maxAnswerBytes: number
  clock: Clock
  /** Only the first call counts. */
  settle(result: CallResult): void
}

/** Collects one answer. undici starts a request only on a live connection: before that nothing was sent. */
export function answerTo({ timeoutMs, maxAnswerBytes, clock, settle }: Wanted): Dispatcher.DispatchHandler {
  let sent = false
  let status = 0
  let retryAfterMs: number | undefined
  let startedAt = 0
  let room = maxAnswerBytes
  const parts: Buffer[] = []
  const finish = () =>
    settle({
      kind: 'answer',
      status,
      body: Buffer.concat(parts).toString('utf8'),
      retryAfterMs,
      at: clock.now()
    })
  return {
    onRequestStart() {
      sent = true
    },
    onResponseStart(_, code, headers) {
      status = code
      retryAfterMs = waitOf(headers['retry-after'], clock.now())
      startedAt = clock.now()
    },
    onResponseData(controller, chunk) {
      parts.push(chunk.subarray(0, room))
      room -= Math.min(room, chunk.length)
      if (room === 0) finish()
      if (room === 0) controller.abort(new Error('the rest is not wanted'))
      else if (clock.now() - startedAt > timeoutMs) controller.abort(new Error('timed out'))
    },
    onResponseEnd: finish,
    onResponseError(_, error) {
      const reason = reasonOf(error)
      if (sent) settle({ kind: 'unknown', reason, ...(status > 0 && { status, retryAfterMs }) })
      else settle({ kind: 'unsent', reason })
    }
  }
}

/** Retry-After as ms: a number of seconds, or an HTTP date. */
function waitOf(header: string | string[] | undefined, now: number): number | undefined {
  const value = typeof header === 'string' ? header.trim() : ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  const at = /^[A-Z][a-z]{2},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}
