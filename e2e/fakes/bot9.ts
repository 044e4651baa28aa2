import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the relay and the fake must both know. */
export interface Bot9Keys {
  apiKey: string
  chatbotId: string
  signature: { header: string; prefix: string; secret: string }
}

/** How the next chat goes wrong. `reset` and `silent`: the bot has heard, and nobody learns of it. */
export type Trouble = { status: number; retryAfter?: number } | 'reset' | 'silent'

/** A message of a webhook, beside its event and chatbot. */
export type Told = Readonly<Record<string, unknown>>

interface Conversation {
  id: string
  session: string
  heard: string[]
  busy: boolean
}

/** Bot9's side of its End User Chat API, as far as anybody knows it, and its webhook. It repeats what it hears. */
export interface FakeBot9 {
  baseUrl: string
  /** What the relay did that the service would not have understood. */
  failures: readonly string[]
  conversations: readonly Readonly<Conversation>[]
  /** What visitors said, in the order it was heard. */
  heard(): string[]
  /** Meets the next chats, one each. */
  willMeet(...troubles: readonly Trouble[]): void
  /** Chats are answered only once this is resolved. */
  holdAnswers(): () => void
  /** Posts a webhook about a message, signed; answers with the relay's status. */
  tells(url: string, data: Told, signedWith?: string): Promise<number>
  close(): Promise<void>
}

const sources = new Set(
  'whatsapp intercom slack crisp zapier zendesk zoko freshdesk website-widget debugger discord stripe meta-messenger other'.split(
    ' '
  )
)

export async function startFakeBot9(keys: Bot9Keys, port = 0): Promise<FakeBot9> {
  const failures: string[] = []
  const conversations: Conversation[] = []
  const troubles: Trouble[] = []
  let held: Promise<void> = Promise.resolve()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      failures.push(`a fault of the fake: ${String(error)}`)
    )
  })

  const fail = (response: ServerResponse, status: number, failure: string): void => {
    failures.push(failure)
    reply(response, status, { message: failure })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { authorization, 'content-type': type } = request.headers
    if (authorization !== `Bearer ${keys.apiKey}`) return fail(response, 401, 'another key')
    if (request.method !== 'POST' || type !== 'application/json')
      return fail(response, 400, 'no POST of JSON')
    const body = parse(Buffer.concat(chunks).toString('utf8'))
    if (!body) return fail(response, 400, 'a body that is no object')
    const [top, api, chatbot, word, id, verb, ...rest] = (request.url ?? '').split('/')
    if (top !== '' || api !== 'api' || word !== 'conversations' || rest.length > 0)
      return fail(response, 404, `no such path: ${request.url}`)
    if (chatbot !== keys.chatbotId) return fail(response, 404, 'another chatbot')
    if (id === undefined) return start(body, response)
    if (verb !== 'chat') return fail(response, 404, `no such path: ${request.url}`)
    return chat(decodeURIComponent(id), body, response)
  }

  function start(body: Told, response: ServerResponse): void {
    const wrong = wrongStart(body)
    if (wrong) return fail(response, 422, wrong)
    const session = String(body['ExternalSessionId'])
    const id = `cv-${conversations.length + 1}`
    conversations.push({ id, session, heard: [], busy: false })
    reply(response, 201, { id, status: 'active' })
  }

  async function chat(id: string, body: Told, response: ServerResponse): Promise<void> {
    const conversation = conversations.find(one => one.id === id)
    if (!conversation) return fail(response, 404, `no such conversation: ${id}`)
    const { message, ...more } = body
    if (typeof message !== 'string' || message === '' || Object.keys(more).length > 0)
      return fail(response, 422, `a chat takes a message and nothing else: ${Object.keys(body).join()}`)
    if (conversation.busy) failures.push('two chats of one conversation at once')
    const trouble = troubles.shift()
    if (typeof trouble === 'object') return reply(response, trouble.status, {}, trouble.retryAfter)
    conversation.busy = true
    conversation.heard.push(message)
    response.once('close', () => {
      conversation.busy = false
    })
    await held
    if (trouble === 'reset') response.socket?.resetAndDestroy()
    else if (trouble !== 'silent')
      reply(response, 200, { code: 200, data: { message: `You said: ${message}` } })
  }

  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: at } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${at}/api`,
    failures,
    conversations,
    heard: () => conversations.flatMap(({ heard }) => heard),
    willMeet: (...more) => void troubles.push(...more),
    holdAnswers() {
      let release = () => {}
      held = new Promise(resolve => {
        release = resolve
      })
      return release
    },
    tells: (url, data, secret) => tell(keys, url, data, secret),
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
}

/** Letter case included. */
function wrongStart(body: Told): string | undefined {
  const { Source: source, Status: status, ExternalSessionId: session, user, ...more } = body
  if (Object.keys(more).length > 0) return `unknown keys of a start: ${Object.keys(more).join()}`
  if (!sources.has(String(source))) return `no such Source: ${String(source)}`
  if (status !== 'active') return `no such Status: ${String(status)}`
  if (session !== undefined && (typeof session !== 'string' || session === ''))
    return 'an ExternalSessionId that is no text'
  const known = new Set(['name', 'externalId', 'emailId'])
  const wrong = Object.entries(Object(user)).filter(
    ([key, value]) => !known.has(key) || typeof value !== 'string'
  )
  return wrong.length > 0 ? `unknown keys of a user: ${wrong.map(([key]) => key).join()}` : undefined
}

async function tell(
  { chatbotId, signature }: Bot9Keys,
  url: string,
  data: Told,
  secret = signature.secret
): Promise<number> {
  const body = JSON.stringify({ event: 'messageReceived', data: { chatbotId, ...data } })
  const signed = signature.prefix + createHmac('sha256', secret).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', [signature.header]: signed }
  const { status } = await fetch(url, { method: 'POST', headers, body })
  return status
}

function reply(response: ServerResponse, status: number, body: object, retryAfter?: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) })
  })
  response.end(JSON.stringify(body))
}

function parse(text: string): Told | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}
