import { z } from 'zod'
import { type ConversationId, conversationId, seq } from '#shared/ids.ts'
import { type ApiAnswer, type ApiRoute, badRequest, notStored, ok } from './answers.ts'

type Range =
  | { conversation: ConversationId; from: number; to: number }
  | { conversation?: undefined; from: number; to: number }

/** Those who are told of events, in an operator's hands. What they are told is none of the console's business. */
export interface Subscriptions {
  list(): readonly { id: string }[]
  enable(id: string): Promise<boolean | undefined>
  disable(id: string): Promise<boolean | undefined>
  replay(id: string, range: Range): Promise<{ owed: number; whole: boolean } | 'disabled' | undefined>
}

/** ms since 1970, or as ISO 8601. */
const time = z.union([z.int().min(0), z.iso.datetime({ offset: true }).transform(text => Date.parse(text))])
const replayBody = z.union([
  z.strictObject({
    conversation: conversationId,
    from: seq.default(1),
    to: seq.default(Number.MAX_SAFE_INTEGER)
  }),
  z.strictObject({ from: time, to: time })
])

export function subscriptionRoutes(subscriptions: Subscriptions): readonly ApiRoute[] {
  const turn = (verb: 'enable' | 'disable'): ApiRoute => ({
    for: 'operator',
    method: 'POST',
    path: `/subscriptions/:id/${verb}`,
    async run({ params }) {
      const id = params['id'] ?? ''
      const kept = await subscriptions[verb](id)
      if (kept === undefined) return unknown
      return kept ? ok({ subscription: subscriptions.list().find(one => one.id === id) }) : notStored
    }
  })
  return [
    {
      for: 'operator',
      method: 'GET',
      path: '/subscriptions',
      run: async () => ok({ subscriptions: subscriptions.list() })
    },
    turn('enable'),
    turn('disable'),
    {
      for: 'operator',
      method: 'POST',
      path: '/subscriptions/:id/replay',
      async run({ params, body }) {
        const read = replayBody.safeParse(body)
        if (!read.success) return badRequest(read.error)
        return replayed(await subscriptions.replay(params['id'] ?? '', read.data))
      }
    }
  ]
}

const unknown: ApiAnswer = {
  status: 404,
  body: { error: 'unknown', says: 'there is no such subscription' }
}

function replayed(outcome: Awaited<ReturnType<Subscriptions['replay']>>): ApiAnswer {
  if (outcome === undefined) return unknown
  if (outcome === 'disabled') {
    return { status: 409, body: { error: 'disabled', says: 'the subscription is disabled; enable it first' } }
  }
  return outcome.whole ? ok({ owed: outcome.owed }) : notStored
}
