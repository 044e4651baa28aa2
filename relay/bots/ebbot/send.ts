import type { DestinationId } from '../../conversation/delivery.ts'
import type { InputOf } from '../../conversation/input.ts'
import type { Caller, CallResult } from '../../lib/call.ts'
import { parseJson } from '../../lib/json.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { plan } from './calls.ts'
import { readContent } from './content.ts'
import { answered, type Body, failed, type Said } from './contract.ts'
import { echoesOf } from './echoes.ts'
import type { Settings } from './settings.ts'

/** Where one of the answers stands: in which request, at which place, and when they came. */
interface Answered {
  request: string | undefined
  index: number
  at: number
}
type Received = InputOf<'received'>
type Answer = Extract<CallResult, { kind: 'answer' }>
/** The call that was made, and for whom. */
interface Made {
  key: string
  address: string | undefined
  settings: Settings
  self: DestinationId
}

/** One POST at most, and what came of it. Neither the URL nor an answer's body goes into a reason. */
export async function send(
  call: Call,
  settings: Settings,
  caller: Caller,
  self: DestinationId
): Promise<Receipt> {
  const planned = plan(call, settings)
  if (planned.kind !== 'post') return planned
  const { address } = call
  const result = await caller.send({
    url: settings.webhookUrl,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(bodyOf(planned.body, address, settings))
  })
  return receiptOf(result, { key: keyOf(call), address, settings, self })
}

const keyOf = (call: Call): string => (call.kind === 'entry' ? call.key : '')

/** Without the chat's id every call opens another chat. */
const bodyOf = ({ type, value }: Body, chatId: string | undefined, { sandbox }: Settings) => ({
  type,
  sandbox,
  ...(chatId !== undefined && { chatId }),
  value
})

function receiptOf(result: CallResult, made: Made): Receipt {
  switch (result.kind) {
    case 'answer':
      return ofAnswer(result, made)
    case 'unsent':
      return { kind: 'later', reason: result.reason }
    // It may have been taken, and there is no key by which Ebbot would know it again. ASSUMED(ebbot 2.3)
    case 'unknown':
      return { kind: 'lost', reason: result.reason }
    default:
      return result satisfies never
  }
}

/**
 * What a status says about whether the bot has heard it. Turned away at the door: 408 (the request never was whole), 429,
 * and a 503 that says when to come again. A 503 without that, like every other 5xx, may stand for a call that was taken
 * and then broke: a gateway says 502, 503 or 504 for those too. Other statuses are a no. ASSUMED(ebbot 2.3)
 */
function ofAnswer(answer: Answer, made: Made): Receipt {
  const { status, retryAfterMs } = answer
  const reason = `Ebbot answered ${status}`
  if (status >= 200 && status < 300) return taken(answer, made)
  const atTheDoor = status === 408 || status === 429 || (status === 503 && retryAfterMs !== undefined)
  if (atTheDoor)
    return { kind: 'later', reason, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
  return { kind: status >= 500 ? 'lost' : 'refused', reason }
}

function taken(answer: Answer, made: Made): Receipt {
  const body = parseJson(answer.body)
  const reason = `Ebbot answered ${answer.status}`
  if (failed.safeParse(body).success) return { kind: 'refused', reason: `${reason}, but without success` }
  const read = answered.safeParse(body)
  if (!read.success) return { kind: 'lost', reason: `${reason}, but not with answers` }
  const { request_id: request } = read.data
  const { answers, chatId = answers.find(one => one.chatId !== undefined)?.chatId } = read.data.data
  const address = made.address ?? chatId
  return {
    kind: 'taken',
    // A chat of the sandbox may have no id. ASSUMED(ebbot 2.2)
    ...(made.address === undefined && chatId !== undefined && { address: chatId }),
    inputs: closing(
      answers.flatMap((said, index) => inputOf(said, { ...made, address, request, index, at: answer.at })),
      made.key
    )
  }
}

/** The last message has the call's key, too: by it the relay knows after a crash that the call was answered. */
const closing = (inputs: readonly Received[], key: string): Received[] =>
  inputs.map((input, index) => (index < inputs.length - 1 ? input : { ...input, ids: [...input.ids, key] }))

/**
 * Under an id of ours, for an answer's own seems to be that of its state. It is the bot's, though it may say that it is
 * the user's. ASSUMED(ebbot 2.2)
 */
function inputOf(
  { type, value }: Said,
  { key, address: chat, settings, self, ...answer }: Made & Answered
): Received[] {
  const shown = readContent(type, value, settings)
  if (!shown) return []
  const { request, index, at } = answer
  const echo = chat === undefined ? [] : echoesOf(settings).answer({ chat, type, value, request }, at)
  const ids = [`answer:${key}/${index}`, ...echo]
  const pauseMs = index > 0 ? { pauseMs: settings.pauseMs } : {}
  return [{ kind: 'received', via: self, ids, ...pauseMs, ...shown, raw: null }]
}
