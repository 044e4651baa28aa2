import { Agent, type buildConnector } from 'undici'
import { answerTo } from './answer.ts'
import { type Clock, systemClock } from './clock.ts'

interface CallRequest {
  url: string
  /** POST unless told. */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers: Readonly<Record<string, string>>
  /** None with GET. */
  body?: string
}

/** What came of a call: an answer, or the knowledge whether the request can have been taken. */
export type CallResult =
  /** `at`: when it had come, ms since 1970. */
  | { kind: 'answer'; status: number; body: string; retryAfterMs: number | undefined; at: number }
  /** Nothing was sent: nothing can have happened at the other side. */
  | { kind: 'unsent'; reason: string }
  /** The request went out and no whole answer came back; with a status, it began to come. */
  | { kind: 'unknown'; reason: string; status?: number; retryAfterMs?: number | undefined }

/** Calls over keep-alive connections. Follows no redirect, reads no more than `maxAnswerBytes`, never throws. */
export interface Caller {
  send(request: CallRequest): Promise<CallResult>
  close(): Promise<void>
}

export interface CallerOptions {
  /** To one host, at once. */
  connections: number
  /** For connecting, for the answer's headers, and for the whole of its body: each. */
  timeoutMs: number
  /** What an answer has beyond this is cut off. 256 kB unless told. */
  maxAnswerBytes?: number
  /** How connections are made, if not to whatever the name server says. */
  connect?: buildConnector.connector
  clock?: Clock
}

export function createCaller(options: CallerOptions): Caller {
  const { connections, timeoutMs, connect, maxAnswerBytes = 262_144, clock = systemClock } = options
  const agent = new Agent({
    connections,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: connect ?? { timeout: timeoutMs }
  })
  let closing: Promise<void> | undefined
  return {
    send: request =>
      new Promise(resolve => dispatch(agent, request, { timeoutMs, maxAnswerBytes, clock, settle: resolve })),
    close() {
      closing ??= agent.close()
      return closing
    }
  }
}

/** Nothing here unpacks an answer. */
const plain = { 'accept-encoding': 'identity' }

function dispatch(agent: Agent, request: CallRequest, wanted: Parameters<typeof answerTo>[0]): void {
  try {
    const { origin, pathname, search } = new URL(request.url)
    const { body, headers, method = 'POST' } = request
    const path = pathname + search
    agent.dispatch(
      { origin, path, method, headers: { ...plain, ...headers }, ...(body !== undefined && { body }) },
      answerTo(wanted)
    )
  } catch {
    wanted.settle({ kind: 'unsent', reason: 'the request could not be built' })
  }
}
