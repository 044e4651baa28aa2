import { Agent, errors } from 'undici'

export interface CallRequest {
  url: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** What came of an HTTP POST: an answer, or the knowledge whether the request can have been taken. */
export type CallResult =
  | { kind: 'answer'; status: number; body: string; retryAfterMs: number | undefined }
  /** No connection was made: nothing can have happened at the other side. */
  | { kind: 'unsent'; reason: string }
  /** The request went out and no whole answer came back. */
  | { kind: 'unknown'; reason: string }

/** POSTs over keep-alive connections. Follows no redirect, reads no more than `maxAnswerBytes`, never throws. */
export interface Caller {
  post(request: CallRequest): Promise<CallResult>
  close(): Promise<void>
}

export interface CallerOptions {
  connections: number
  timeoutMs: number
  maxAnswerBytes?: number
}
