import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { secrets } from './settings.ts'

/** A call of the relay, understood. */
export type Call =
  | { kind: 'create' }
  /** Without a text it is the postback that starts the conversation. */
  | { kind: 'say'; chat: string; key: string; text: string | undefined }
  | { kind: 'acknowledge'; chat: string; id: string; message: unknown }
  | { kind: 'activity'; chat: string }
  /** Nothing that the contract allows. */
  | { kind: 'misuse'; what: string }

const path = /^\/conversations(?:\/([^/]+)\/(messages|delivery|activity))?$/
const user = z.object({ type: z.literal('user') })
const textBody = z.object({ author: user, content: z.object({ type: z.literal('text'), text: z.string() }) })
const startBody = z.object({
  author: user,
  content: z.object({ type: z.literal('postback'), payload: z.object({ restart: z.literal(true) }) })
})
const deliveryBody = z.object({
  delivery: z.object({
    state: z.literal('success'),
    message: z.looseObject({ id: z.string(), author: z.looseObject({ type: z.literal('chatbot') }) })
  })
})
const activityBody = z.object({
  author: user,
  type: z.enum(['conversation:read', 'typing:start', 'typing:stop'])
})

export async function readCall(request: IncomingMessage): Promise<Call> {
  const { method, headers, url = '' } = request
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const [, chat, verb] = path.exec(url) ?? []
  const called = `${method} ${url}`
  if (method !== 'POST' || !path.test(url)) return { kind: 'misuse', what: called }
  if (headers.authorization !== `Bearer ${secrets.accessToken}`)
    return { kind: 'misuse', what: `${called} without the token` }
  if (headers['content-type'] !== 'application/json')
    return { kind: 'misuse', what: `${called} without its content type` }
  if (chat === undefined) return { kind: 'create' }
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString())
  const call = understand({ chat, verb, key: String(headers['idempotency-key'] ?? ''), body })
  return call ?? { kind: 'misuse', what: `${called} with ${JSON.stringify(body)}` }
}

interface Asked {
  chat: string
  verb: string | undefined
  key: string
  body: unknown
}

function understand({ chat, verb, key, body }: Asked): Call | undefined {
  if (verb === 'messages') return key === '' ? undefined : said(chat, key, body)
  if (verb === 'activity')
    return activityBody.safeParse(body).success ? { kind: 'activity', chat } : undefined
  const message = deliveryBody.safeParse(body).data?.delivery.message
  return message && { kind: 'acknowledge', chat, id: message.id, message }
}

function said(chat: string, key: string, body: unknown): Call | undefined {
  const text = textBody.safeParse(body).data?.content.text
  if (text !== undefined) return { kind: 'say', chat, key, text }
  return startBody.safeParse(body).success ? { kind: 'say', chat, key, text: undefined } : undefined
}
