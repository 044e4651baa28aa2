import type { DestinationId } from '../../conversation/delivery.ts'
import type { Caller, CallResult } from '../../lib/call.ts'
import { parseJson } from '../../lib/json.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { readAnswer } from './answer.ts'
import { type Owed, type Planned, plan } from './calls.ts'
import { id, pick, startedPlaces } from './contract.ts'
import type { Settings } from './settings.ts'

type Answer = Extract<CallResult, { kind: 'answer' }>

/** What was asked of Bot9, and for whom. */
interface Asked {
  call: Call
  planned: Extract<Planned, { kind: 'start' | 'chat' }>
  settings: Settings
  self: DestinationId
}

/** One POST, and what came of it. An answer's body goes into no reason: it could repeat the key. */
export async function send(
  call: Call,
  settings: Settings,
  caller: Caller,
  self: DestinationId
): Promise<Receipt> {
  const planned = plan(call, settings)
  if (planned.kind === 'done') return { kind: 'taken' }
  if (planned.kind === 'none') return { kind: 'refused', reason: planned.reason }
  const result = await caller.send({
    url: settings.baseUrl + planned.path,
    headers: { authorization: `Bearer ${settings.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(planned.body)
  })
  return receiptOf({ call, planned, settings, self }, result)
}

function receiptOf(asked: Asked, result: CallResult): Receipt {
  const { kind } = asked.planned
  switch (result.kind) {
    case 'answer':
      return answered(asked, result)
    case 'unsent':
      return { kind: 'later', reason: `${kind}: ${result.reason}` }
    case 'unknown':
      // A conversation that was started twice does no harm; what was said twice would be answered twice.
      return { kind: kind === 'chat' ? 'lost' : 'unknown', reason: `${kind}: ${result.reason}` }
    default:
      return result satisfies never
  }
}

/** Answers that may come after the bot has heard: from behind a gateway, or from the middle of the work. */
const perhapsTaken = (status: number): boolean => status >= 500 && status !== 503

function answered(asked: Asked, answer: Answer): Receipt {
  const { planned, settings } = asked
  const { status, retryAfterMs } = answer
  if (status >= 200 && status < 300) return taken(asked, answer)
  const reason = `${planned.kind}: Bot9 answered ${status}`
  if (planned.kind === 'chat' && perhapsTaken(status) && settings.failedChat === 'lost')
    return { kind: 'lost', reason }
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', reason, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
  return { kind: 'refused', reason: reason + (causes.get(status) ?? '') }
}

const causes = new Map([
  [401, ': the API key is wrong'],
  [403, ': the API key is wrong'],
  [404, ': the chatbot ID is wrong, or the conversation is gone']
])

function taken({ call, planned, settings, self }: Asked, { at, body, status }: Answer): Receipt {
  const parsed = parseJson(body)
  if (planned.kind === 'start') return started(call, pick(parsed, startedPlaces, id), status)
  const { address } = planned
  const key = call.kind === 'entry' ? call.key : ''
  const inputs = readAnswer({ body: parsed, at, key, address, via: self, place: settings.answerText })
  return { kind: 'taken', inputs }
}

/** Nothing more is to be said about an opening; what a visitor says is then said at the address. */
function started(call: Call, address: string | undefined, status: number): Receipt {
  if (address === undefined)
    return { kind: 'refused', reason: `start: Bot9 answered ${status} without a conversation's id` }
  return isOpening(call) ? { kind: 'taken', address } : { kind: 'linked', address }
}

const isOpening = (call: Call): call is Owed => call.kind === 'entry' && call.entry.kind === 'opened'
