import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { issuerStore } from './issuer-store.ts'

/** What it says of somebody, besides their `sub`. */
interface Person {
  email?: string
  email_verified?: boolean
  name?: string
  groups?: readonly string[]
}

/** A whole issuer of OpenID Connect on this machine, whose people choose who they are by following a link. */
export interface Issuer {
  url: string
  /** What the relay proves itself with. */
  secret: string
  /** By `sub`. */
  people: Map<string, Person>
  /** `down`: every connection breaks. `silent`: nothing is answered. */
  acts: 'well' | 'down' | 'silent'
  /** What is answered in place of the truth, by path. */
  instead: Map<string, unknown>
  /** The paths of all it was asked, in order. */
  asked: string[]
  /** From now on browsers are sent back there. */
  serves(redirectUri: string): void
  close(): Promise<void>
}

interface Manner {
  /** As the standard has it: what the scopes stand for is told on asking, and the ID token has `sub` alone. */
  thinTokens?: boolean
  /** The relay's secret is to be in the body, and not in a header. */
  secretInBody?: boolean
}

export async function startIssuer(manner: Manner = {}): Promise<Issuer> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    void response.writeHead(503).end()
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    issuer.asked.push(path)
    if (issuer.acts === 'down') request.socket.destroy()
    else if (issuer.acts === 'silent') request.resume()
    else if (issuer.instead.has(path)) tell(response, issuer.instead.get(path))
    else if (manner.secretInBody && path === '/token' && request.headers.authorization)
      tell(response, { error: 'invalid_client' }, 400)
    else answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const issuer: Issuer = {
    url: `http://127.0.0.1:${port}`,
    secret: `a+secret of/the issuer ${randomBytes(8).toString('hex')}`,
    people: new Map([
      ['1001', { email: 'anna@example.com', email_verified: true, name: 'Anna Berg' }],
      ['1002', { email: 'olaf@example.com', email_verified: true, name: 'Olaf Dahl', groups: ['ops'] }]
    ]),
    acts: 'well',
    instead: new Map(),
    asked: [],
    serves(redirectUri) {
      answer = answering(issuer, redirectUri, manner)
    },
    close() {
      server.closeAllConnections()
      return new Promise(resolve => server.close(() => resolve()))
    }
  }
  return issuer
}

function answering(issuer: Issuer, redirectUri: string, manner: Manner) {
  const provider = new Provider(issuer.url, configurationOf(issuer, redirectUri, manner))
  const usual = provider.callback()
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [, uid, choice] = /^\/interaction\/([\w-]+)(?:\/(.+))?$/.exec(request.url ?? '') ?? []
    if (uid === undefined) void usual(request, response)
    else if (choice === undefined) show(response, uid, issuer.people)
    else void provider.interactionFinished(request, response, resultOf(choice))
  }
}

function configurationOf(issuer: Issuer, redirectUri: string, manner: Manner): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    adapter: issuerStore(),
    clients: [
      {
        client_id: 'footbridge',
        client_secret: issuer.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256'
      }
    ],
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups']
    },
    conformIdTokenClaims: manner.thinTokens ?? false,
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'ES256' }] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...issuer.people.get(sub) })
    }),
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope('openid email profile groups')
      await grant.save()
      return grant
    }
  }
}

const cancel = 'cancel'

const resultOf = (choice: string) =>
  choice === cancel
    ? { error: 'access_denied', error_description: 'they thought better of it' }
    : { login: { accountId: choice } }

function show(response: ServerResponse, uid: string, people: Issuer['people']): void {
  const links = [...people].map(([sub, { name = sub }]) => linkTo(`${uid}/${sub}`, `Continue as ${name}`))
  const body = [...links, linkTo(`${uid}/${cancel}`, 'Cancel')].join('')
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>Who are you?</title>${body}`)
}

const linkTo = (path: string, words: string) => `<p><a href="/interaction/${path}">${words}</a></p>`

function tell(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const mostSteps = 10

/** A browser's way through the issuer's pages, as somebody (`sub`) or by cancelling: the address it is sent back to. */
export async function goThrough(to: string, choice: string): Promise<URL> {
  const jar = new Map<string, string>()
  const { origin } = new URL(to)
  let at = to
  for (let step = 0; step < mostSteps && new URL(at).origin === origin; step += 1) {
    const cookie = [...jar].map(pair => pair.join('=')).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) keep(jar, line)
    const next = answer.headers.get('location')
    at = next === null ? `${at}/${choice}` : new URL(next, at).href
    await answer.body?.cancel()
  }
  return new URL(at)
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}
