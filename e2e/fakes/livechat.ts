import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { agentApi, type Office } from './livechat/agent.ts'
import { configuration } from './livechat/configuration.ts'
import { createDelivery, type Road } from './livechat/deliver.ts'
import { type Answered, type Body, forbidden, isBody, type Model } from './livechat/model.ts'
import { type Agents, agentsOf, type Visitors, visitorsOf } from './livechat/people.ts'

/** What both sides must know. */
export const account = {
  organizationId: '0f0e0d0c-1111-4222-8333-444455556666',
  clientId: 'aaaabbbbccccddddeeeeffff00001111',
  accountId: '5d5d5d5d-0000-4000-8000-000000000000',
  accessToken: 'fra:pat-of-the-operator'
} as const

/** How a call fares: it fails with this type of error; or it is done, or is not, and whoever asked is not told. */
export type Mishap = { error: string } | { reset: 'before' | 'after' }
type Trouble = { action: string } & ({ error: string } | { resetAfterWork: true })

/** LiveChat, played strictly: what its contract forbids is remembered as a failure. */
export interface LiveChat extends Visitors, Agents {
  url: string
  model: Model
  failures: readonly string[]
  road: Road
  /** The next call of this action meets this, each once. */
  troubles: Trouble[]
  /** What a call of this action meets by chance, beside its troubles. */
  meets: (action: string) => Mishap | undefined
  /** Bot tokens are worth nothing any more. */
  forgetsTokens(): void
  close(): Promise<void>
}

export async function startLiveChat(version: Model['version'] = '3.6'): Promise<LiveChat> {
  const model = openAccount(version)
  const road: Road = { lost: 0, twice: 0 }
  const delivery = createDelivery(model, road)
  const office: Office = { model, tell: delivery.tell }
  const server = createServer((request, response) => {
    void read(request).then(text => take(office, livechat, { request, response, text }))
  })
  const livechat: LiveChat = {
    url: `http://127.0.0.1:${await listen(server)}`,
    model,
    failures: model.failures,
    road,
    troubles: [],
    meets: () => undefined,
    ...visitorsOf(office),
    ...agentsOf(office),
    forgetsTokens: () => model.tokens.clear(),
    async close() {
      await delivery.settled()
      server.closeAllConnections()
      server.close()
    }
  }
  return livechat
}

function openAccount(version: Model['version']): Model {
  const { accountId, accessToken, organizationId, clientId } = account
  return {
    version,
    organizationId,
    clientId,
    operator: `Basic ${Buffer.from(`${accountId}:${accessToken}`).toString('base64')}`,
    registrations: [],
    hooksOn: false,
    bots: [],
    tokens: new Map(),
    agents: [{ id: 'ann@example.org', name: 'Ann', free: true }],
    chats: [],
    failures: []
  }
}

interface Request {
  request: IncomingMessage
  response: ServerResponse
  text: string
}

function take(
  office: Office,
  { troubles, meets }: Pick<LiveChat, 'troubles' | 'meets'>,
  { request, response, text }: Request
): void {
  const action = request.url?.split('/').at(-1) ?? ''
  const index = troubles.findIndex(one => one.action === action)
  const [trouble] = index < 0 ? [] : troubles.splice(index, 1)
  const mishap = trouble ? mishapOf(trouble) : meets(action)
  if (mishap && 'error' in mishap) return respond(response, { error: mishap.error })
  if (mishap?.reset === 'before') return void response.socket?.resetAndDestroy()
  const answered = answer(office, request, text)
  if (mishap) response.socket?.resetAndDestroy()
  else respond(response, answered)
}

const mishapOf = (trouble: Trouble): Mishap =>
  'error' in trouble ? { error: trouble.error } : { reset: 'after' }

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const path = /^\/v(\d\.\d)\/(agent|configuration)\/action\/([a-z_]+)$/

function answer(office: Office, { method, url = '', headers }: IncomingMessage, text: string): Answered {
  const { model } = office
  const [, version, api, action = ''] = path.exec(url) ?? []
  const body = parse(text)
  if (method !== 'POST' || version !== model.version || !headers['content-type']?.includes('json') || !body)
    return forbidden(model, `${method} ${url} is no call of ${model.version}`)
  const author = authorOf(model, headers, action)
  if (author === undefined) return { error: 'authentication' }
  return api === 'configuration' ? configuration(model, action, body) : agentApi(office, action, body, author)
}

/** An operator may set up; a bot speaks by its own token in 3.6, and by the operator's with its id before. */
function authorOf(model: Model, headers: IncomingMessage['headers'], action: string): string | undefined {
  const { authorization = '', 'x-author-id': named } = headers
  if (named !== undefined && model.version === '3.6') model.failures.push('X-Author-Id in 3.6')
  if (authorization === model.operator) {
    if (named !== undefined || !/chat|event|typing/.test(action)) return String(named ?? 'operator')
    model.failures.push(`${action} as the operator`)
    return undefined
  }
  return model.tokens.get(authorization.replace(/^Bearer /, ''))
}

function parse(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isBody(value) ? value : undefined
  } catch {
    return undefined
  }
}

function respond(response: ServerResponse, answered: Answered): void {
  const isGood = 'ok' in answered
  const error = isGood ? undefined : { type: answered.error, message: 'no', data: answered.data ?? {} }
  response.writeHead(isGood ? 200 : statusOf(answered.error), { 'content-type': 'application/json' })
  response.end(JSON.stringify(isGood ? answered.ok : { error }))
}

const statusOf = (type: string): number => {
  if (type === 'authentication') return 401
  return type === 'internal' ? 500 : 422
}
