import type { Store } from '../conversation/store.ts'
import type { Caller, CallResult } from '../lib/call.ts'
import type { Clock } from '../lib/clock.ts'
import { listened, type OnExchange } from '../lib/listened.ts'
import type { Rehearsed } from '../lib/rehearsed.ts'
import type { Call, Receipt } from '../outbox/destination.ts'
import { type Topic, topicsOf } from './catalogue.ts'
import { eventId, eventOf, roomIn, type Telling } from './event.ts'
import type { Health } from './health.ts'
import type { Subscription } from './settings.ts'
import { signedWith } from './sign.ts'
import type { Signing } from './signing.ts'
import { continued, createStories } from './story.ts'
import { readTranscript } from './transcript.ts'

export interface SendParts {
  log: Pick<Store, 'read'>
  clock: Clock
  caller: Caller
  health: Health
  signing: Signing
}

const headers = { 'content-type': 'application/json', 'user-agent': 'Footbridge' }

type Answered = Exclude<Receipt, { kind: 'linked' }>
type EntryCall = Extract<Call, { kind: 'entry' }>

/** Tells one subscriber of entries: an event for each topic it wants, one after the other. */
export function createSend(subscription: Subscription, parts: SendParts) {
  const { log, clock, caller, health, signing } = parts
  const wanted = new Set<Topic>(subscription.topics)
  const stories = createStories(log, wanted)

  async function post(telling: Telling, onExchange: OnExchange | undefined): Promise<Answered> {
    const body = JSON.stringify(eventOf(telling))
    const signed = signedWith(signing.signers(), { id: eventId(telling), body, at: clock.now() })
    const request = { url: subscription.url, headers: { ...signed, ...headers }, body }
    return receiptOf(await listened(caller, onExchange).send(request))
  }

  async function tellings({ conversation, entry }: EntryCall): Promise<readonly Telling[]> {
    const story = await storyBefore(stories, { conversation, entry })
    const common = {
      conversation,
      entry,
      subscription,
      story: continued(story, entry, wanted),
      previous: story.told,
      transcript:
        entry.kind === 'closed' && wanted.has('chat.close')
          ? await readTranscript(log, conversation, entry.seq, roomIn(subscription.maxBytes))
          : undefined
    }
    return topicsOf(entry)
      .filter(topic => wanted.has(topic))
      .map(topic => ({ topic, ...common }))
  }

  async function rehearse(call: Call): Promise<Rehearsed | undefined> {
    const [first] = call.kind === 'entry' ? await tellings(call) : []
    return first && rehearsedOf(first, subscription)
  }

  async function send(call: Call, onExchange?: OnExchange): Promise<Receipt> {
    if (call.kind !== 'entry') return { kind: 'refused', reason: 'only entries are told' }
    if (health.disabled) return { kind: 'refused', reason: 'the subscription is disabled' }
    for (const telling of await tellings(call)) {
      const receipt = await post(telling, onExchange)
      if (receipt.kind === 'taken') continue
      await note(health, receipt)
      return receipt
    }
    await health.took()
    return { kind: 'taken' }
  }

  return { send, rehearse }
}

/** Where somebody is erased it begins anew. */
const storyBefore = async (
  stories: ReturnType<typeof createStories>,
  { conversation, entry }: Pick<EntryCall, 'conversation' | 'entry'>
) => (entry.kind === 'erased' ? stories.forget(conversation) : stories.before(conversation, entry.seq))

/** Its first event. Of the address the origin alone: the path of it may be a secret. */
const rehearsedOf = (telling: Telling, { url }: Subscription): Rehearsed => ({
  method: 'POST',
  url: `${new URL(url).origin}/•••`,
  headers,
  body: eventOf(telling)
})

async function note(health: Health, receipt: Exclude<Answered, { kind: 'taken' }>): Promise<void> {
  if (receipt.kind === 'gone') await health.disable(receipt.reason)
  else await health.failed(receipt.reason)
}

/** Only 2xx is taken; a redirect is not. All else may pass, but for 410, which says that it will not. */
function receiptOf(result: CallResult): Answered {
  switch (result.kind) {
    case 'answer': {
      const { status, retryAfterMs } = result
      if (status >= 200 && status < 300) return { kind: 'taken' }
      const reason = `it answered ${status}`
      if (status === 410) return { kind: 'gone', reason }
      return { kind: 'later', reason, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) }
    }
    case 'unsent':
      return { kind: 'later', reason: result.reason }
    case 'unknown':
      return { kind: 'unknown', reason: result.reason }
    default:
      return result satisfies never
  }
}
