import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type ClientId, type ConversationId, clientId, conversationId } from '#shared/ids.ts'
import { fileId } from '#shared/wire/file.ts'
import type { Accept, Outcome } from '../conversation/accept.ts'
import type { Input } from '../conversation/input.ts'
import { refusals } from '../conversation/refusal.ts'
import type { Uploads } from '../files/uploads.ts'
import { isJson, type Json } from '../lib/json.ts'
import type { Accounts } from './access/accounts.ts'
import type { Actor } from './access/door.ts'
import { type ApiAnswer, type ApiRoute, badRequest, notStored, ok } from './answers.ts'
import { senderOf } from './files.ts'

interface ActingParts {
  accept: Accept
  /** To whom a visitor may be given; undefined where nobody has an account. */
  accounts: Accounts | undefined
  uploads: Pick<Uploads, 'attached'>
}

const longestNote = 4_000
const name = z.string().min(1).max(80).default('Agent')
const takeBody = z.strictObject({ name }).prefault({})
const sayBody = z
  .strictObject({ text: z.string().default(''), file: fileId.optional(), name, id: clientId.optional() })
  .refine(({ text, file }) => text !== '' || file !== undefined, 'text: something must be said')
const typingBody = z.strictObject({ state: z.enum(['start', 'stop']) })
const noteBody = z.strictObject({ text: z.string().min(1).max(longestNote), name, id: clientId.optional() })
const transferBody = z.strictObject({ to: z.string().min(1).max(100) })
/** A reader that goes as deep as whatever it is given ends in a fault. */
const json = z.custom<Json>(value => isJson(value), 'JSON, and not too deep')
const handbackBody = z.strictObject({ name, metadata: z.record(z.string(), json).default({}) }).prefault({})
const closeBody = z.strictObject({}).prefault({})

type ToInput<Body> = (
  body: Body,
  by: Actor,
  of: ConversationId
) => Input | ApiAnswer | Promise<Input | ApiAnswer>

/** What agents do with a conversation. */
export function actingRoutes({ accept, accounts, uploads }: ActingParts): readonly ApiRoute[] {
  const act = <Body>(verb: string, schema: z.ZodType<Body>, toInput: ToInput<Body>): ApiRoute => ({
    for: 'agent',
    method: 'POST',
    path: `/conversations/:id/${verb}`,
    async run({ by, params, body }) {
      const id = conversationId.safeParse(params['id'])
      const read = schema.safeParse(body ?? undefined)
      if (!id.success || !read.success) return badRequest(read.error ?? id.error)
      const input = await toInput(read.data, by, id.data)
      return 'status' in input ? input : answerOf(await accept(id.data, input))
    }
  })
  return [
    act('take', takeBody, (body, by) => ({ kind: 'take', name: nameOf(body, by) })),
    act('say', sayBody, async ({ text, ...body }, by, of) => {
      const id = body.id ?? newClientId()
      const file = body.file === undefined ? undefined : await uploads.attached(senderOf(by), of, body.file)
      if (body.file !== undefined && !file) return noSuchFile
      const own = by.shown === undefined ? {} : { own: true as const }
      return { kind: 'said', by: 'agent', id, name: nameOf(body, by), text, ...(file && { file }), ...own }
    }),
    {
      ...act('typing', typingBody, ({ state }) => ({ kind: 'typing', by: 'agent', state })),
      passing: true
    },
    act('note', noteBody, (body, by) => {
      const id = body.id ?? newClientId()
      return { kind: 'note', id, by: nameOf(body, by), text: body.text }
    }),
    act('transfer', transferBody, ({ to }) => {
      const account = accounts?.find(to)
      return account ? { kind: 'transfer', name: account.shown } : noSuchAccount
    }),
    act('handback', handbackBody, (body, by) => ({
      kind: 'handback',
      name: nameOf(body, by),
      metadata: body.metadata
    })),
    act('close', closeBody, () => ({ kind: 'close' }))
  ]
}

/** Whoever is signed in speaks in their own name; a program says in whose. */
const nameOf = (body: { name: string }, by: Actor): string => by.shown ?? body.name

const newClientId = (): ClientId => clientId.parse(randomUUID())

const noSuchFile: ApiAnswer = { status: 404, body: { error: 'unknown', says: 'there is no such file' } }

const noSuchAccount: ApiAnswer = {
  status: 404,
  body: { error: 'unknown', says: 'there is no such account' }
}

export function refused(refusal: keyof typeof refusals, by?: string): ApiAnswer {
  const { status, says } = refusals[refusal]
  return { status, body: { error: refusal, says, ...(by !== undefined && { by }) } }
}

function answerOf(outcome: Outcome): ApiAnswer {
  switch (outcome.kind) {
    case 'taken':
    case 'repeated':
      return ok({ seq: outcome.seq })
    case 'refused':
      return refused(outcome.refusal, outcome.by)
    case 'failed':
      return notStored
    default:
      return outcome satisfies never
  }
}
