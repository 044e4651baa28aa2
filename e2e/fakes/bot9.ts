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

/** How the next chat goes wrong. `reset`: the bot has heard, and nobody learns of it. */
type Trouble = { status: number; retryAfter?: number } | 'reset'

/** A JSON object: a body, or the data of a webhook. */
type Part = Readonly<Record<string, unknown>>

interface Conversation {
  id: string
  heard: string[]
  busy: boolean
}

/** Bot9's side of its End User Chat API, as far as anybody knows it, and its webhook. Its bot repeats what it hears. */
export interface FakeBot9 {
  baseUrl: string
  /** What the relay did that the service would not have understood. */
  failures: readonly string[]
  conversations: readonly Readonly<Conversation>[]
  /** What visitors said, in the order it was heard. */
  heard(): string[]
  /** Meets the next chats, one each. */
  willMeet(...troubles: readonly Trouble[]): void
  /** From here on chats are answered only once what this returns is called. */
  holdAnswers(): () => void
  /** Posts a webhook about a message, signed; answers with the relay's status. */
  tells(url: string, data: Part, signedWith?: string): Promise<number>
  close(): Promise<void>
}

/** All that it remembers. */
interface Memory {
  keys: Bot9Keys
  failures: string[]
  conversations: Conversation[]
  troubles: Trouble[]
  held: Promise<void>
}

export async function startFakeBot9(keys: Bot9Keys): Promise<FakeBot9> {
  const memory: Memory = { keys, failures: [], conversations: [], troubles: [], held: Promise.resolve() }
  const server = createServer((request, response) => {
    answer(memory, request, response).catch((error: unknown) => memory.failures.push(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { failures, conversations, troubles } = memory
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    failures,
    conversations,
    heard: () => conversations.flatMap(({ heard }) => heard),
    willMeet: (...more) => void troubles.push(...more),
    holdAnswers() {
      let release = () => {}
      memory.held = new Promise(resolve => {
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

/** Only what the service would understand gets any further than here. */
async function answer(memory: Memory, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { keys } = memory
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { method, url = '', headers } = request
  const fail = failing(memory, response)
  if (headers.authorization !== `Bearer ${keys.apiKey}`) return fail(401, 'another key')
  if (method !== 'POST' || headers['content-type'] !== 'application/json') return fail(400, 'no POST of JSON')
  const body = parse(Buffer.concat(chunks).toString('utf8'))
  if (!body) return fail(400, 'a body that is no object')
  const [, chatbot, chat] = /^\/api\/([^/]+)\/conversations(?:\/([^/]+)\/chat)?$/.exec(url) ?? []
  if (chatbot !== keys.chatbotId) return fail(404, `no such path, or another chatbot: ${url}`)
  return chat === undefined
    ? start(memory, body, response)
    : talk(memory, decodeURIComponent(chat), body, response)
}

const failing =
  ({ failures }: Memory, response: ServerResponse) =>
  (status: number, failure: string) => {
    failures.push(failure)
    reply(response, status, { message: failure })
  }

function start(memory: Memory, body: Part, response: ServerResponse): void {
  const wrong = wrongStart(body)
  if (wrong) return failing(memory, response)(422, wrong)
  const id = `cv-${memory.conversations.length + 1}`
  memory.conversations.push({ id, heard: [], busy: false })
  reply(response, 201, { id, status: 'active' })
}

async function talk(memory: Memory, id: string, body: Part, response: ServerResponse): Promise<void> {
  const fail = failing(memory, response)
  const conversation = memory.conversations.find(one => one.id === id)
  if (!conversation) return fail(404, `no such conversation: ${id}`)
  const { message, ...more } = body
  if (typeof message !== 'string' || message === '' || Object.keys(more).length > 0)
    return fail(422, `a chat takes a message and nothing else: ${Object.keys(body).join()}`)
  if (conversation.busy) memory.failures.push('two chats of one conversation at once')
  const trouble = memory.troubles.shift()
  if (typeof trouble === 'object') return reply(response, trouble.status, {}, trouble.retryAfter)
  conversation.busy = true
  conversation.heard.push(message)
  response.once('close', () => {
    conversation.busy = false
  })
  await memory.held
  if (trouble === 'reset') response.socket?.resetAndDestroy()
  else reply(response, 200, { code: 200, data: { message: `You said: ${message}` } })
}

const sources =
  'whatsapp intercom slack crisp zapier zendesk zoko freshdesk website-widget debugger discord stripe meta-messenger other'
const keysOfUser = ['name', 'externalId', 'emailId']

/** Letter case included. */
function wrongStart(body: Part): string | undefined {
  const { Source: source, Status: status, ExternalSessionId: session, user = {}, ...more } = body
  if (Object.keys(more).length > 0) return `unknown keys of a start: ${Object.keys(more).join()}`
  if (!sources.split(' ').some(one => one === source)) return `no such Source: ${String(source)}`
  if (status !== 'active') return `no such Status: ${String(status)}`
  if (session !== undefined && (typeof session !== 'string' || session === ''))
    return 'an ExternalSessionId that is no text'
  const wrong = Object.entries(Object(user)).filter(
    ([key, value]) => !keysOfUser.includes(key) || typeof value !== 'string'
  )
  return wrong.length > 0 ? `unknown keys of a user: ${wrong.map(([key]) => key).join()}` : undefined
}

async function tell(
  { chatbotId, signature }: Bot9Keys,
  url: string,
  data: Part,
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

function parse(text: string): Part | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value)) : undefined
  } catch {
    return undefined
  }
}
