import type { Caller, CallResult } from '../../lib/call.ts'
import { parseJson, writeJson } from '../../lib/json.ts'
import type { Call, Receipt } from '../../outbox/destination.ts'
import { type Planned, plan } from './calls.ts'
import { created } from './contract.ts'
import type { Settings } from './settings.ts'

type Post = Extract<Planned, { kind: 'post' }>
type Answer = Pick<Extract<CallResult, { kind: 'answer' }>, 'status' | 'retryAfterMs' | 'body'>

/** One POST, and what came of it. An answer's body goes into no reason: it could repeat the token. */
export async function send(call: Call, settings: Settings, caller: Caller): Promise<Receipt> {
  const planned = plan(call, settings)
  if (planned.kind === 'none') return { kind: 'refused', reason: planned.reason }
  const result = await caller.send({
    url: settings.baseUrl + planned.path,
    headers: {
      authorization: `Bearer ${settings.accessToken}`,
      'content-type': 'application/json',
      // Not documented, harmless, and what a gateway in front would look at. ASSUMED(ingenious 3.7)
      ...(planned.key !== undefined && { 'idempotency-key': planned.key })
    },
    body: writeJson(planned.body)
  })
  return receiptOf(planned, result)
}

function receiptOf(post: Post, result: CallResult): Receipt {
  switch (result.kind) {
    case 'answer':
      return answered(post, result)
    case 'unsent':
      return { kind: 'later', reason: `${post.name}: ${result.reason}` }
    case 'unknown': {
      const { status, retryAfterMs, reason } = result
      // The status says enough, though the rest broke off: only of a new conversation the rest is needed.
      if (status !== undefined && !(post.name === 'create' && isGood(status)))
        return answered(post, { status, retryAfterMs, body: '' })
      return { kind: 'unknown', reason: `${post.name}: ${reason}` }
    }
    default:
      return result satisfies never
  }
}

const isGood = (status: number): boolean => status >= 200 && status < 300

function answered(post: Post, answer: Answer): Receipt {
  const { status, retryAfterMs } = answer
  const reason = `${post.name}: inGenious answered ${status}`
  if (isGood(status)) return post.name === 'create' ? linked(answer) : { kind: 'taken' }
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'later', reason, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
  return { kind: 'refused', reason: status === 400 ? `${reason}: ${causes}` : reason }
}

/** "Auth and id errors come back as 400." */
const causes = 'the integration is incomplete, the access token is wrong, or an id in the base URL is'

/** A conversation nobody started is silent, so making another one does no harm. */
function linked({ status, body }: Answer): Receipt {
  const address = created.safeParse(parseJson(body)).data?.conversation.id
  return address === undefined
    ? { kind: 'later', reason: `create: inGenious answered ${status} without a conversation's id` }
    : { kind: 'linked', address }
}
