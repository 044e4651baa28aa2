import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, type Desk, signIn } from './testing/desk.ts'
import { fileSites, type Guest, guest, taken, uploadBy } from './testing/files.ts'
import { png } from './testing/pictures.ts'
import { type RunningRelay, runRelay, secrets } from './testing/relay.ts'
import { watchRoutes } from './testing/routes.ts'

/**
 * What each route answers to whom. `nobody`: the console's own page without a sign-in, and with whatever else may stand for one;
 * Ben is an agent, Anna the one who has the conversation, Olaf an operator; a program has the token.
 */
const table = `
                                               nobody  ben  anna  olaf  program
GET     /api/v1/me                                401  200   200   200   200
GET     /api/v1/events                            401  200   200   200   200
GET     /api/v1/canned                            401  200   200   200   200
POST    /api/v1/presence                          401  200   200   200   403
GET     /api/v1/conversations                     401  200   200   200   200
GET     /api/v1/conversations/:id                 401  200   200   200   200
POST    /api/v1/conversations/:id/take            401  409   200   409   409
POST    /api/v1/conversations/:id/say             401  409   200   409   200
POST    /api/v1/conversations/:id/typing          401  200   200   200   200
POST    /api/v1/conversations/:id/note            401  200   200   200   200
POST    /api/v1/conversations/:id/files           401  409   201   409   201
POST    /api/v1/conversations/:id/transfer        401  200   200   200   200
POST    /api/v1/conversations/:id/handback        401  200   200   200   200
POST    /api/v1/conversations/:id/close           401  200   200   200   200
GET     /api/v1/conversations/search              401  403   403   200   200
GET     /api/v1/conversations/:id/timeline        401  403   403   200   200
GET     /api/v1/visitors/:id/export               401  403   403   200   200
POST    /api/v1/visitors/:id/erase                401  403   403   200   200
GET     /api/v1/dead-letters                      401  403   403   200   200
GET     /api/v1/dead-letters/:id/call             401  403   403   404   404
POST    /api/v1/dead-letters/:id/drop             401  403   403   404   404
POST    /api/v1/dead-letters/:id/revive           401  403   403   404   404
POST    /api/v1/dead-letters/revive               401  403   403   200   200
GET     /api/v1/subscriptions                     401  403   403   200   200
POST    /api/v1/subscriptions/:id/enable          401  403   403   404   404
POST    /api/v1/subscriptions/:id/disable         401  403   403   404   404
POST    /api/v1/subscriptions/:id/replay          401  403   403   404   404
POST    /api/v1/subscriptions/:id/rotate          401  403   403   404   404
GET     /api/v1/subscriptions/:id/deliveries      401  403   403   404   404
GET     /api/v1/health                            401  403   403   200   200
GET     /api/v1/retention                         401  403   403   200   200
GET     /api/v1/deeds                             401  403   403   200   200
GET     /api/v1/sign-in                           200  200   200   200   200
POST    /api/v1/sign-in                           400  400   400   400   403
POST    /api/v1/sign-in/oidc                      502  502   502   502   403
GET     /api/v1/sign-in/oidc/return               303  303   303   303   303
POST    /api/v1/sign-out                          200  200   200   200   403
GET     /files/:conversation/:id                  404  200   200   200   200
POST    /files                                    403  403   403   403   403
OPTIONS /files                                    403  403   403   403   403
GET     /console                                  200  200   200   200   200
GET     /livez                                    200  200   200   200   200
GET     /readyz                                   200  200   200   200   200
GET     /metrics                                  200  200   200   200   200
GET     /widget.js                                200  200   200   200   200
GET     /sites/:file                              200  200   200   200   200
`

type Who = 'nobody' | 'ben' | 'anna' | 'olaf' | 'program'
const people = ['nobody', 'ben', 'anna', 'olaf', 'program'] as const
interface Row {
  route: string
  answers: Readonly<Record<Who, number>>
}

const rows: readonly Row[] = table
  .trim()
  .split('\n')
  .slice(1)
  .map(line => {
    const [method, path, ...statuses] = line.split(/\s+/)
    const [nobody = 0, ben = 0, anna = 0, olaf = 0, program = 0] = statuses.map(Number)
    return { route: `${method} ${path}`, answers: { nobody, ben, anna, olaf, program } }
  })
/** What the door is before. */
const behind = rows.filter(({ answers }) => answers.nobody === 401)
const writes = rows.filter(({ route }) => route.startsWith('POST /api/v1/'))

const bodies: Readonly<Record<string, unknown>> = {
  presence: { state: 'available' },
  say: { text: 'Hello' },
  typing: { state: 'start' },
  note: { text: 'Knows a lot about roses' },
  transfer: { to: 'anna' },
  drop: { reason: 'a test' },
  replay: { from: 0, to: 1 },
  'dead-letters/revive': { ids: [1] }
}
const ours = { origin: 'https://chat.example.com', 'x-footbridge': 'console' }
const json = { 'content-type': 'application/json' }
const hash = /'(scrypt[^']+)'/.exec(accounts())?.[1]
const configuration = (disabled: boolean) =>
  accounts(`    - { name: dora, role: operator, hash: '${hash}', disabled: ${disabled} }
  oidc: { issuer: "http://127.0.0.1:9", clientId: footbridge, label: Continue }`)

let relay: RunningRelay
let routes: readonly string[]
let desks: Record<'ben' | 'olaf', Desk>
let dora: Desk
let having: Guest & { anna: Desk; file: string }

beforeAll(async () => {
  const watched = await watchRoutes(async () => {
    relay = await runRelay(configuration(false), { sites: fileSites })
    dora = await signIn(relay, 'dora')
    mkdirSync(join(relay.folder, 'assets'))
    for (const name of ['index.html', 'widget.js']) writeFileSync(join(relay.folder, name), '<!doctype html>')
    await relay.restart(configuration(true))
  })
  routes = watched.routes
  desks = { ben: await signIn(relay, 'ben'), olaf: await signIn(relay, 'olaf') }
  having = await takenWithFile()
})
afterAll(() => relay.close())

async function takenWithFile() {
  const one = await taken(relay)
  const { body } = await uploadBy(relay, one.anna, { to: one.conversation, bytes: png() })
  return { ...one, file: body.file?.id ?? '' }
}

/** Anna has it, whatever was done before. */
async function isHers(): Promise<void> {
  const log = await (await desks.olaf.ask('GET', `/conversations/${having.conversation}`)).json()
  if (log.summary?.agent?.name !== 'Anna Berg') having = await takenWithFile()
}

const headersOf = (who: Who): Record<string, string> => {
  if (who === 'program') return { authorization: `Bearer ${secrets.api}` }
  if (who === 'nobody') return ours
  return { ...ours, cookie: who === 'anna' ? having.anna.cookie : desks[who].cookie }
}

const pathOf = (path: string): string =>
  path
    .replace(/(?<=conversations|visitors)\/:id/, `/${having.conversation}`)
    .replace('/:conversation/:id', `/${having.conversation}/${having.file}`)
    .replace(':file', 'shop.json')
    .replace(':id', '7')

interface Asked {
  body?: BodyInit
  query?: string
}

async function ask(route: string, headers: Record<string, string>, { body, query = '' }: Asked = {}) {
  const [method = '', path = ''] = route.split(' ')
  const isFile = path.endsWith('/files')
  const usual = JSON.stringify(
    bodies[path.slice('/api/v1/'.length)] ?? bodies[path.split('/').at(-1) ?? ''] ?? {}
  )
  const given = body ?? (isFile ? new Uint8Array(png()) : usual)
  const answer = await fetch(relay.url + pathOf(path) + query, {
    method,
    headers: { ...(isFile ? {} : json), ...headers },
    redirect: 'manual',
    ...(method === 'POST' && { body: given })
  })
  // A stream of events has no end.
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
  if (isStream) await answer.body?.cancel()
  const text = isStream ? '' : await answer.text()
  return { status: answer.status, text, headers: answer.headers }
}

/** All that could have been changed: what was done, and what stands in the log. */
const traces = async () => {
  const about = (path: string) => desks.olaf.ask('GET', path).then(answer => answer.json())
  const { deeds } = await about('/deeds?limit=1')
  const { entries } = await about(`/conversations/${having.conversation}`)
  return { deeds, entries }
}

test('[A30] every route that is served has a row, and every row is served', () => {
  expect(rows.map(({ route }) => route).sort()).toEqual([...new Set(routes)].sort())
})

test.each(rows)('[A30] $route', async ({ route, answers }) => {
  const got: Partial<Record<Who, number>> = {}
  for (const who of people) {
    await isHers()
    const answer = await ask(route, headersOf(who))
    got[who] = answer.status
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    const cached = answer.headers.get('cache-control')
    if (!route.includes('/widget.js') && !route.includes('/sites/')) expect(cached).toContain('no-store')
    if (route.endsWith('/sign-out')) await comeBack(who)
  }
  expect(got).toEqual(answers)
})

async function comeBack(who: Who): Promise<void> {
  if (who === 'ben' || who === 'olaf') desks[who] = await signIn(relay, who)
  if (who === 'anna') having.anna = await signIn(relay, who)
}

/** What is a credential elsewhere, or was one here. */
async function strangers(): Promise<readonly Record<string, string>[]> {
  const [other, out] = [await guest(relay, 'always'), await signIn(relay, 'olaf')]
  await out.ask('POST', '/sign-out')
  const { token } = having
  return [
    { authorization: `Bearer ${token}` },
    { authorization: `Basic ${btoa(`anna:${token}`)}` },
    { cookie: `__Host-footbridge=${token}` },
    { cookie: `footbridge=${token}` },
    { 'x-footbridge-identity': token },
    { 'x-footbridge-token': token },
    { authorization: `Bearer ${other.token}` },
    { cookie: `__Host-footbridge=${other.token}` },
    { cookie: dora.cookie },
    { cookie: out.cookie },
    { cookie: `${desks.olaf.cookie}; ${desks.olaf.cookie}` },
    { cookie: desks.olaf.cookie.replace('__Host-', '') },
    { cookie: desks.olaf.cookie.slice(0, -1) },
    // Who sends a bearer token gets in by nothing else.
    { cookie: desks.olaf.cookie, authorization: `Bearer ${token}` },
    { cookie: desks.olaf.cookie, authorization: '' },
    { cookie: `__Host-footbridge=${secrets.api}` },
    { authorization: secrets.api },
    { authorization: `Basic ${btoa(`api:${secrets.api}`)}` },
    { authorization: `Bearer ${secrets.api.slice(0, -1)}` },
    { 'x-api-key': secrets.api }
  ]
}

test('[A31] what is a credential elsewhere, or was one here, is none, wherever it stands', {
  timeout: 120_000
}, async () => {
  const all = await strangers()
  const before = await traces()
  for (const { route } of [...behind, { route: 'GET /files/:conversation/:id' }]) {
    const { status, text } = await ask(route, ours)
    const isNobodys = async (more: Record<string, string>, asked: Asked = {}) => {
      const answer = await ask(route, { ...ours, ...more }, asked)
      expect([answer.status, answer.text], `${route} ${JSON.stringify(more)}`).toEqual([status, text])
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    await Promise.all(all.map(more => isNobodys(more)))
    for (const secret of [having.token, secrets.api])
      await isNobodys({}, { query: `?token=${secret}&key=${secret}&access_token=${secret}` })
  }
  expect(await traces()).toEqual(before)
})

test('[A32] what another page can make a browser send is refused, and changes nothing', {
  timeout: 120_000
}, async () => {
  const { cookie } = desks.olaf
  const foreign: Record<string, string>[] = [
    { origin: ours.origin },
    { 'x-footbridge': 'console' },
    { ...ours, origin: 'null' },
    { ...ours, origin: 'http://chat.example.com' },
    { ...ours, origin: 'https://chat.example.com:8443' },
    { ...ours, origin: 'https://chat.example.com.evil.example' },
    { ...ours, origin: 'https://evil.example' },
    { ...ours, 'x-footbridge': 'Console' },
    { origin: 'https://evil.example', referer: 'https://chat.example.com/console' }
  ]
  const before = await traces()
  for (const { route } of writes) {
    for (const headers of foreign) {
      const answer = await ask(route, { ...headers, cookie })
      expect([answer.status, answer.text], `${route} ${JSON.stringify(headers)}`).toEqual([
        403,
        '{"error":"forbidden"}'
      ])
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    const other = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
    const path = route.replace('POST', 'GET')
    const got = await ask(path, { ...ours, ...other, cookie }, { query: '?_method=POST' })
    if (!routes.includes(path)) expect(got.status, path).toBe(404)
    const options = await ask(route.replace('POST', 'OPTIONS'), { origin: 'https://evil.example', cookie })
    expect(options.headers.get('access-control-allow-methods')).toBeNull()
  }
  expect(await traces()).toEqual(before)
})

test('[A33] nothing is read in somebody’s name by a page of another origin, where the browser says so', async () => {
  const { cookie } = desks.olaf
  const reads = behind.filter(({ route }) => route.startsWith('GET'))
  const files = 'GET /files/:conversation/:id'
  for (const site of ['cross-site', 'same-site']) {
    const headers = { cookie, 'sec-fetch-site': site }
    for (const { route } of reads) expect((await ask(route, headers)).status, route).toBe(403)
    expect((await ask(files, headers)).status).toBe(404)
  }
  for (const site of ['same-origin', 'none']) {
    const headers = { cookie, 'sec-fetch-site': site }
    for (const { route, answers } of reads) expect((await ask(route, headers)).status).toBe(answers.olaf)
    expect((await ask(files, headers)).status).toBe(200)
  }
})

test('[A34] what is not JSON is refused before it is looked at, and changes nothing', {
  timeout: 120_000
}, async () => {
  const headers = { ...ours, cookie: desks.olaf.cookie }
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml'
  ]
  const before = await traces()
  for (const { route } of writes.filter(one => !one.route.endsWith('/files'))) {
    for (const type of types) {
      const answer = await ask(route, { ...headers, 'content-type': type }, { body: '{"text":"Hello"}' })
      expect(answer.status, `${route} ${type}`).toBe(415)
    }
    for (const body of ['{', '"', 'null ,'])
      expect((await ask(route, headers, { body })).status, `${route} ${body}`).toBe(400)
    expect((await ask(route, headers, { body: `"${'x'.repeat(262_144)}"` })).status, route).toBe(413)
  }
  expect(await traces()).toEqual(before)
})

test('[A35] no name, id or key makes a fault or is more than a text', { timeout: 120_000 }, async () => {
  const headers = { ...ours, cookie: desks.olaf.cookie }
  const odd = [
    '__proto__',
    'constructor',
    '%00',
    '..%2f..%2fme',
    '%2e%2e',
    "'%20OR%201=1--",
    '%F0%9F%92%A9',
    '1e3',
    '-1'
  ]
  const broken = ['%ED%A0%80', '%zz', 'x'.repeat(8_000)]
  for (const { route } of behind.filter(one => one.route.includes(':id')))
    for (const id of [...odd, ...broken]) {
      const { status, text } = await ask(route.replace(':id', id), headers)
      expect(status, `${route} ${id}`).toBeGreaterThanOrEqual(400)
      expect(status, `${route} ${id} ${text}`).toBeLessThan(500)
    }
  await isHers()
  const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`
  for (const body of [
    `{"metadata":{"a":${deep}}}`,
    `{"metadata":${deep.replaceAll('[', '{"a":').replaceAll(']', '}')}}`,
    deep
  ]) {
    const { status, text } = await ask('POST /api/v1/conversations/:id/handback', headers, { body })
    expect([400, 413], text).toContain(status)
  }
  const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
  for (const { route } of behind.filter(one => one.route.startsWith('POST')))
    expect((await ask(route, headers, { body: polluting })).status, route).toBeLessThan(500)
  await isHers()
  await ask('POST /api/v1/conversations/:id/handback', headers, { body: `{"metadata":${polluting}}` })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect((await ask('GET /api/v1/me', headers)).status).toBe(200)
})
