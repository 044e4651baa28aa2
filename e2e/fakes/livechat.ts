import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { agentApi, type Office } from './livechat/agent.ts'
import { configuration } from './livechat/configuration.ts'
import { createDelivery, type Road } from './livechat/deliver.ts'
import { type Answered, type Body, forbidden, isBody, type Model } from './livechat/model.ts'
import { type People, peopleOf } from './livechat/people.ts'

/** What both sides must know. */
export const account = {
  organizationId: '0f0e0d0c-1111-4222-8333-444455556666',
  clientId: 'aaaabbbbccccddddeeeeffff00001111',
  accountId: '5d5d5d5d-0000-4000-8000-000000000000',
  accessToken: 'fra:pat-of-the-operator'
} as const

/** How a call fares: it fails with this type of error; or it is done and nobody is told. */
type Trouble = { action: string; error: string } | { action: string; resetAfterWork: true }

/** LiveChat, played strictly: what its contract forbids is remembered as a failure. */
export interface LiveChat extends People {
  url: string
  model: Model
  failures: readonly string[]
  road: Road
  /** The next call of this action meets this, each once. */
  troubles: Trouble[]
  /** Bot tokens are worth nothing any more. */
  forgetsTokens(): void
  /** How often each action was called. */
  calls: Map<string, number>
  close(): Promise<void>
}

export async function startLiveChat(version: Model['version'] = '3.6'): Promise<LiveChat> {
  const { accountId, accessToken, organizationId, clientId } = account
  const model: Model = {
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
  const road: Road = { lost: 0, twice: 0 }
  const troubles: Trouble[] = []
  const calls = new Map<string, number>()
  const delivery = createDelivery(model, road)
  const office: Office = { model, tell: delivery.tell }

  const server = createServer((request, response) => {
    void read(request).then(text => {
      const { action, answered } = answer(office, request, text, act => {
        calls.set(act, (calls.get(act) ?? 0) + 1)
        const index = troubles.findIndex(one => one.action === act && 'error' in one)
        const [trouble] = index < 0 ? [] : troubles.splice(index, 1)
        return trouble && 'error' in trouble ? { error: trouble.error } : undefined
      })
      const lost = troubles.findIndex(one => one.action === action && 'resetAfterWork' in one)
      if (lost >= 0) {
        troubles.splice(lost, 1)
        response.socket?.resetAndDestroy()
      } else respond(response, answered)
    })
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    model,
    failures: model.failures,
    road,
    troubles,
    calls,
    ...peopleOf(office),
    forgetsTokens: () => model.tokens.clear(),
    async close() {
      await delivery.settled()
      server.closeAllConnections()
      server.close()
    }
  }
}

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

function answer(
  office: Office,
  { method, url = '', headers }: IncomingMessage,
  text: string,
  trouble: (action: string) => Answered | undefined
): { action: string; answered: Answered } {
  const { model } = office
  const [, version, api, action = ''] = path.exec(url) ?? []
  const body = parse(text)
  if (method !== 'POST' || version !== model.version || !headers['content-type']?.includes('json') || !body)
    return { action, answered: forbidden(model, `${method} ${url} is no call of ${model.version}`) }
  const met = trouble(action)
  if (met) return { action, answered: met }
  const author = authorOf(model, headers, action)
  if (author === undefined) return { action, answered: { error: 'authentication' } }
  const answered =
    api === 'configuration' ? configuration(model, action, body) : agentApi(office, action, body, author)
  return { action, answered }
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

function respond(response: import('node:http').ServerResponse, answered: Answered): void {
  const isGood = 'ok' in answered
  const error = isGood ? undefined : { type: answered.error, message: 'no', data: answered.data ?? {} }
  response.writeHead(isGood ? 200 : statusOf(answered.error), { 'content-type': 'application/json' })
  response.end(JSON.stringify(isGood ? answered.ok : { error }))
}

const statusOf = (type: string): number => {
  if (type === 'authentication') return 401
  return type === 'internal' ? 500 : 422
}
