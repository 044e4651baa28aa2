import { z } from 'zod'
import { type ApiRoute, badRequest, notStored, ok } from './answers.ts'
import type { People } from './people.ts'

/** A reply that is ready, and what an agent writes to have it. */
interface Canned {
  shortcut: string
  text: string
}

interface DeskParts {
  people: People
  canned(): readonly Canned[]
}

const presenceBody = z.strictObject({ state: z.enum(['available', 'away']) })

/** What is on the desk itself, whatever the conversation. */
export const deskRoutes = ({ people, canned }: DeskParts): readonly ApiRoute[] => [
  {
    for: 'agent',
    method: 'POST',
    path: '/presence',
    async run({ by, body }) {
      const read = presenceBody.safeParse(body)
      if (!read.success) return badRequest(read.error)
      if (by.shown === undefined)
        return { status: 403, body: { error: 'forbidden', says: 'a program has no presence' } }
      return (await people.say(by, read.data.state)) ? ok({}) : notStored
    }
  },
  {
    for: 'agent',
    method: 'GET',
    path: '/canned',
    run: () => Promise.resolve(ok({ canned: canned() }))
  }
]
