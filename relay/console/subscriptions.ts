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
  /** The new secret is in the answer to who asked, and nowhere else. */
  rotate(
    id: string,
    overlapMs: number
  ): Promise<{ secret: string; oldUntil: number } | 'tooMany' | false | undefined>
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

const week = 7 * 86_400
const rotateBody = z.strictObject({ overlapSeconds: z.int().min(0).max(week).default(86_400) })

export function subscriptionRoutes(subscriptions: Subscriptions): readonly ApiRoute[] {
  const turn = (verb: 'enable' | 'disable'): ApiRoute => ({
    for: 'operator',
    method: 'POST',
    path: `/subscriptions/:id/${verb}`,
    async run({ params }) {
      const id = params['id'] ?? ''
      const kept = await subscriptions[verb](id)
      if (kept === undefined) return unknownSubscription
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
    },
    {
      for: 'operator',
      method: 'POST',
      path: '/subscriptions/:id/rotate',
      async run({ params, body }) {
        const read = rotateBody.safeParse(body ?? {})
        if (!read.success) return badRequest(read.error)
        return rotated(await subscriptions.rotate(params['id'] ?? '', 1_000 * read.data.overlapSeconds))
      }
    }
  ]
}

export const unknownSubscription: ApiAnswer = {
  status: 404,
  body: { error: 'unknown', says: 'there is no such subscription' }
}

function replayed(outcome: Awaited<ReturnType<Subscriptions['replay']>>): ApiAnswer {
  if (outcome === undefined) return unknownSubscription
  if (outcome === 'disabled') {
    return { status: 409, body: { error: 'disabled', says: 'the subscription is disabled; enable it first' } }
  }
  return outcome.whole ? ok({ owed: outcome.owed }) : notStored
}

function rotated(outcome: Awaited<ReturnType<Subscriptions['rotate']>>): ApiAnswer {
  if (outcome === undefined) return unknownSubscription
  if (outcome === false) return notStored
  if (outcome !== 'tooMany') return ok(outcome)
  const says = 'five secrets sign already; wait until one ends, or let all the old ones end at once'
  return { status: 409, body: { error: 'tooMany', says } }
}
