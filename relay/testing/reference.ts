import { z } from 'zod'
import { systemClock } from '../lib/clock.ts'
import { quietLog } from '../lib/log.ts'
import { createReferenceBot } from '../reference-bot/index.ts'
import type { ReferenceBotOptions } from '../reference-bot/options.ts'
import { type Ear, type EarEvent, startEar } from './ear.ts'

const created = z.object({ conversation: z.object({ id: z.string() }) })
const record = z.object({
  counts: z.record(z.string(), z.number()),
  received: z.array(z.looseObject({ call: z.string() })),
  failures: z.array(z.object({ fault: z.string(), conversation: z.string().optional() }))
})

interface Answered {
  status: number
  body: unknown
  retryAfter: string | null
}

/** A reference bot over HTTP, an ear on its webhook, and the hands of a relay that does only what it is told. */
export interface Reference {
  ear: Ear
  url: string
  /** A call of the contract: the path below `/conversations`. */
  call(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** A call below `/admin`. */
  tell(path: string, body?: unknown): Promise<Answered>
  record(): Promise<z.infer<typeof record>>
  /** The faults recorded, in order. */
  faults(): Promise<string[]>
  /** Makes a conversation; starts it, unless told not to. */
  open(start?: unknown): Promise<string>
  /** The messages posted so far, in order, repeats included. */
  messages(): EarMessage[]
  /** Acknowledges by a delivery. */
  ack(conversation: string, message: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>
  /** Says a text as the visitor. */
  say(conversation: string, text: string, headers?: Readonly<Record<string, string>>): Promise<Answered>
  close(): Promise<void>
}
type EarMessage = NonNullable<EarEvent['payload']['message']>

const token = 'token-of-the-reference-bot'
const ids = { teamId: 'tm', botId: 'bt', webhookId: 'wh' }

/** Says things at once and shows no typing, unless told otherwise. */
export async function startReference(options: Partial<ReferenceBotOptions> = {}): Promise<Reference> {
  const ear = await startEar()
  const pace = { typing: false, perWordMs: 0, minMs: 0, maxMs: 0 }
  const common = { ...ids, token, clock: systemClock, log: quietLog, webhookUrl: ear.url }
  const bot = createReferenceBot({ ...common, ...options, pace: { ...pace, ...options.pace } })
  const url = await bot.listen(0, '127.0.0.1')
  const call: Reference['call'] = (path, body, headers) =>
    post(`${bot.baseUrl}/conversations${path}`, body, headers)
  const readRecord = async () =>
    record.parse(await (await fetch(`${url}/admin/record`, { headers: auth })).json())
  const say: Reference['say'] = (id, text, headers) =>
    call(`/${id}/messages`, { author: { type: 'user' }, content: { type: 'text', text } }, headers)
  return {
    ear,
    url,
    call,
    say,
    record: readRecord,
    tell: (path, body) => post(`${url}/admin/${path}`, body),
    faults: async () => (await readRecord()).failures.map(({ fault }) => fault),
    async open(start = { restart: true }) {
      const { id } = created.parse((await call('', {})).body).conversation
      if (start !== null) await call(`/${id}/messages`, postback(start))
      return id
    },
    messages: () => ear.requests.flat().flatMap(({ payload }) => payload.message ?? []),
    ack: (id, message, headers) =>
      call(`/${id}/delivery`, { delivery: { state: 'success', message } }, headers),
    async close() {
      await bot.close()
      await ear.close()
    }
  }
}

const auth = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }

export const postback = (payload: unknown) => ({
  author: { type: 'user' },
  content: { type: 'postback', payload }
})

async function post(url: string, body: unknown, headers = {}): Promise<Answered> {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {})
  const init = {
    method: 'POST',
    headers: { ...auth, ...headers },
    body: text,
    signal: AbortSignal.timeout(2_000)
  }
  const response = await fetch(url, init)
  const { status } = response
  return { status, body: await response.json(), retryAfter: response.headers.get('retry-after') }
}
