import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClock, testClock } from '../../../testing/clock.ts'
import { goThrough, type Issuer, startIssuer } from '../../../testing/issuer.ts'
import { type RunningRelay, runRelay } from '../../../testing/relay.ts'

const minuteMs = 60_000
const publicUrl = 'https://chat.example.com'
const redirectUri = `${publicUrl}/api/v1/sign-in/oidc/return`
const ours = { origin: publicUrl, 'x-footbridge': 'console', 'content-type': 'application/json' }
const [anna, olaf] = ['1001', '1002']
const discovery = '/.well-known/openid-configuration'

let issuer: Issuer
let relay: RunningRelay
let clock: TestClock
beforeEach(async () => {
  clock = testClock()
  issuer = await startIssuer()
  issuer.serves(redirectUri)
  relay = await runRelay(configuration(), { clock })
})
afterEach(async () => {
  await relay.close()
  await issuer.close()
})

interface Changed {
  oidc?: string
  anna?: string
  more?: string
}

/** Everybody comes in by the issuer alone: nobody has a hash. */
const configuration = ({ oidc = '', anna: hers = '', more = '' }: Changed = {}) => `
console:
  accounts:
    - { name: anna, shown: Anna Berg, role: agent, oidc: Anna@Example.com${hers} }
    - { name: olaf@example.com, role: operator }
  oidc:
    issuer: ${issuer.url}
    clientId: footbridge
    clientSecret: "${issuer.secret}"
    ${oidc}
  ${more}
`

const post = (path: string, headers: Record<string, string> = ours) =>
  fetch(`${relay.url}/api/v1${path}`, { method: 'POST', headers, body: '{}' })

/** The button: where the browser goes, and what it keeps. */
async function begins(): Promise<{ to: string; kept: string }> {
  const answer = await post('/sign-in/oidc')
  expect(answer.status).toBe(200)
  return { to: (await answer.json()).to, kept: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** A browser that was sent back. */
function returns({ pathname, search }: URL, cookie: string): Promise<Response> {
  return fetch(relay.url + pathname + search, { redirect: 'manual', headers: { cookie } })
}

const placeOf = (answer: Response) => answer.headers.get('location')

/** All of it: where one ends, and with which cookie. */
async function signsIn(as: string): Promise<{ place: string | null; cookie: string }> {
  const { to, kept } = await begins()
  const answer = await returns(await goThrough(to, as), kept)
  expect(answer.status).toBe(303)
  const signed = answer.headers.getSetCookie().find(line => line.startsWith('__Host-footbridge='))
  return { place: placeOf(answer), cookie: signed?.split(';')[0] ?? '' }
}

const read = (path: string, cookie: string) => fetch(`${relay.url}/api/v1${path}`, { headers: { cookie } })

async function deeds(): Promise<Record<string, unknown>[]> {
  return (await (await relay.api('GET', '/deeds')).json()).deeds
}

test('[A16] whom the issuer knows is in, by the same cookie and with the same line in the audit log as with a password', async () => {
  const { to, kept } = await begins()
  const asked = Object.fromEntries(new URL(to).searchParams)
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'footbridge',
    redirect_uri: redirectUri,
    scope: 'openid email',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/)
  })
  const answer = await returns(await goThrough(to, anna), kept)
  expect(placeOf(answer)).toBe('/console')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  const [dropped = '', signed = ''] = answer.headers.getSetCookie()
  expect(dropped).toMatch(/^__Host-footbridge-away=; .*Max-Age=0$/)
  expect(signed).toMatch(/^__Host-footbridge=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
  const me = await read('/me', signed.split(';')[0] ?? '')
  expect(await me.json()).toEqual({ name: 'anna', shown: 'Anna Berg', role: 'agent' })
  expect((await deeds())[0]).toMatchObject({
    who: 'anna',
    what: 'sign-in',
    about: 'oidc',
    outcome: '200',
    network: '127.0.0.1',
    at: clock.now()
  })
})

test('[A16] … ends after half an hour without use, and with a restart does not', async () => {
  const { cookie } = await signsIn(olaf)
  clock.move(29 * minuteMs)
  await relay.restart(configuration())
  expect((await read('/deeds', cookie)).status).toBe(200)
  clock.move(31 * minuteMs)
  expect((await read('/me', cookie)).status).toBe(401)
})

test('[A16] who begins anew ends the sign-in that was there', async () => {
  const { cookie } = await signsIn(anna)
  await post('/sign-in/oidc', { ...ours, cookie })
  expect((await read('/me', cookie)).status).toBe(401)
})

test('[A16] what the ID token lacks is asked for, and of that person', async () => {
  await issuer.close()
  issuer = await startIssuer({ thinTokens: true })
  issuer.serves(redirectUri)
  await relay.restart(configuration())
  expect((await signsIn(anna)).place).toBe('/console')
  expect(issuer.asked).toContain('/me')
})

test('[A16] the relay’s secret goes where the issuer wants it', async () => {
  await issuer.close()
  issuer = await startIssuer({ secretInBody: true })
  issuer.serves(redirectUri)
  await relay.restart(configuration())
  expect((await signsIn(anna)).place).toBe('/console?sign-in=failed')
  expect(relay.logged.join()).toContain('OAUTH_RESPONSE_BODY_ERROR invalid_client')
  await relay.restart(configuration({ oidc: 'secretIn: body' }))
  expect((await signsIn(anna)).place).toBe('/console')
})

test('[A16] no secret, code, token or address is logged, kept in the database or told, whatever goes wrong', async () => {
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  const signed = await returns(back, kept)
  const secrets = [
    issuer.secret,
    encodeURIComponent(issuer.secret),
    back.searchParams.get('code') ?? '',
    kept
  ]
  issuer.people.set('1003', { email: 'eve@example.com', email_verified: true })
  await signsIn('1003')
  await signsIn('cancel')
  issuer.instead.set('/token', { access_token: 'a-token-of-theirs', token_type: 'bearer', id_token: 'e.y.j' })
  await signsIn(anna)
  const stored = ['log.db', 'log.db-wal'].map(name => readFileSync(join(relay.folder, name), 'latin1'))
  const told = [await signed.text(), JSON.stringify(await deeds()), ...relay.logged, ...stored].join('\n')
  expect(relay.logged).toHaveLength(3)
  for (const secret of [...secrets, 'eve@example.com', 'a-token-of-theirs', 'e.y.j'])
    expect(told).not.toContain(secret)
})

test('[A17] it is begun by the console’s own page alone, and the cookie is for the way back alone', async () => {
  for (const headers of [
    { origin: publicUrl },
    { 'x-footbridge': 'console' },
    { ...ours, origin: 'https://evil.example' }
  ])
    expect((await post('/sign-in/oidc', headers)).status).toBe(403)
  expect((await fetch(`${relay.url}/api/v1/sign-in/oidc`)).status).toBe(401)
  const answer = await post('/sign-in/oidc')
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-footbridge-away=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/
  )
})

test('[A17] an address to come back to lets in no other browser: not without its cookie, nor with another’s', async () => {
  const [hers, other] = [await begins(), await begins()]
  const back = await goThrough(hers.to, anna)
  for (const cookie of ['', other.kept, `${hers.kept}; ${hers.kept}`, hers.kept.slice(0, -1)]) {
    const answer = await returns(back, cookie)
    expect(placeOf(answer)).toBe('/console?sign-in=late')
    expect(answer.headers.getSetCookie()).toEqual([])
  }
  // None of these has taken anything from whoever began.
  expect(issuer.asked).not.toContain('/token')
  expect(placeOf(await returns(back, hers.kept))).toBe('/console')
})

test('[A17] a wrong state, or none, is nobody’s', async () => {
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  for (const state of ['', 'x', `${back.searchParams.get('state')}x`]) {
    const changed = new URL(back)
    changed.searchParams.set('state', state)
    expect(placeOf(await returns(changed, kept))).toBe('/console?sign-in=late')
  }
  back.searchParams.delete('state')
  expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=late')
  expect(issuer.asked).not.toContain('/token')
})

test('[A17] who comes back a second time with the same is not let in, also two at once', async () => {
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  const answers = await Promise.all([returns(back, kept), returns(back, kept)])
  expect(new Set(answers.map(placeOf))).toEqual(new Set(['/console', '/console?sign-in=late']))
  expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=late')
  expect(issuer.asked.filter(path => path === '/token')).toHaveLength(1)
})

test('[A17] a code is good for the sign-in that it was given to', async () => {
  const [first, second] = [await begins(), await begins()]
  const [hers, stolen] = [await goThrough(first.to, anna), await goThrough(second.to, olaf)]
  hers.searchParams.set('code', stolen.searchParams.get('code') ?? '')
  expect(placeOf(await returns(hers, first.kept))).toBe('/console?sign-in=failed')
})

test('[A17] a code is good once', async () => {
  const [first, second] = [await begins(), await begins()]
  const [used, fresh] = [await goThrough(first.to, anna), await goThrough(second.to, anna)]
  expect(placeOf(await returns(used, first.kept))).toBe('/console')
  fresh.searchParams.set('code', used.searchParams.get('code') ?? '')
  expect(placeOf(await returns(fresh, second.kept))).toBe('/console?sign-in=failed')
})

test('[A17] after ten minutes it is too late, and a time that was written over is no time', async () => {
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  clock.move(10 * minuteMs)
  expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=late')
  const younger = kept.replace(/=\d+/, `=${clock.now()}`)
  expect(placeOf(await returns(back, younger))).toBe('/console?sign-in=late')
  expect(issuer.asked).not.toContain('/token')
})

test('[A17] a restart in between takes nothing from whoever is at the issuer', async () => {
  const { to, kept } = await begins()
  await relay.restart(configuration())
  expect(placeOf(await returns(await goThrough(to, anna), kept))).toBe('/console')
})

test('[A17] what another issuer sends, or one that does not say who it is, lets nobody in', async () => {
  for (const iss of ['https://other.example.com', `${issuer.url}/`, undefined]) {
    const { to, kept } = await begins()
    const back = await goThrough(to, anna)
    if (iss === undefined) back.searchParams.delete('iss')
    else back.searchParams.set('iss', iss)
    expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=failed')
  }
  expect(issuer.asked).not.toContain('/token')
})

test('[A18] an ID token for another nonce lets nobody in', async () => {
  const { to, kept } = await begins()
  const swapped = new URL(to)
  swapped.searchParams.set('nonce', 'another-nonce-of-somebody-else')
  const answer = await returns(await goThrough(swapped.href, anna), kept)
  expect(placeOf(answer)).toBe('/console?sign-in=failed')
  expect(relay.logged.join()).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED')
})

test('[A18] an ID token that none of the issuer’s keys has signed lets nobody in', async () => {
  const other = await startIssuer()
  other.serves(redirectUri)
  issuer.instead.set('/jwks', await (await fetch(`${other.url}/jwks`)).json())
  await other.close()
  expect(await signsIn(anna)).toEqual({ place: '/console?sign-in=failed', cookie: '' })
})

test.each([
  ['of another issuer', { iss: 'https://other.example.com' }],
  ['for somebody else', { aud: 'another' }],
  ['from an hour ago', { iat: 1, exp: 2 }],
  ['that is signed by nobody', {}]
])('[A18] an ID token %s lets nobody in', async (_, claims) => {
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  const now = Math.floor(Date.now() / 1_000)
  const nonce = new URL(to).searchParams.get('nonce')
  const usual = { iss: issuer.url, aud: 'footbridge', sub: anna, iat: now, exp: now + 60, nonce }
  const person = { email: 'anna@example.com', email_verified: true }
  const parts = [{ alg: 'none' }, { ...usual, ...person, ...claims }]
  const token = `${parts.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`
  issuer.instead.set('/token', { access_token: 'x', token_type: 'bearer', id_token: token })
  expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=failed')
})

test('[A19] an email counts if the issuer says that it is verified', async () => {
  issuer.people.set('1003', { email: 'anna@example.com', email_verified: false })
  issuer.people.set('1004', { email: 'anna@example.com' })
  for (const sub of ['1003', '1004']) {
    const { place, cookie } = await signsIn(sub)
    expect([place, cookie]).toEqual(['/console?sign-in=unverified', ''])
  }
  await relay.restart(configuration({ oidc: 'unverifiedEmail: true' }))
  expect((await signsIn('1003')).place).toBe('/console')
})

test('[A19] no account, one that is disabled and one that is gone are the same refusal', async () => {
  issuer.people.set('1003', { email: 'nobody@example.com', email_verified: true })
  issuer.people.set('1004', {})
  const answers = [await signsIn('1003'), await signsIn('1004')]
  await relay.restart(configuration({ anna: ', disabled: true' }))
  answers.push(await signsIn(anna))
  await relay.restart(configuration().replace(/.*name: anna.*/, ''))
  answers.push(await signsIn(anna))
  for (const answer of answers) expect(answer).toEqual({ place: '/console?sign-in=noAccount', cookie: '' })
  expect((await deeds())[0]).toMatchObject({ who: 'nobody', what: 'sign-in', outcome: '403' })
})

test('[A13] [A19] whoever is disabled is out, wherever the issuer has let them in', async () => {
  const { cookie } = await signsIn(anna)
  await relay.restart(configuration({ anna: ', disabled: true' }))
  expect((await read('/me', cookie)).status).toBe(401)
})

test('[A19] an email in other letters is the same, but not one that only looks like it', async () => {
  await relay.restart(configuration().replace('Anna@Example.com', 'kim@example.com'))
  issuer.people.set('1003', { email: 'KIM@Example.com', email_verified: true })
  // The sign of the Kelvin, which small letters make a k.
  issuer.people.set('1004', { email: '\u212aim@example.com', email_verified: true })
  expect((await signsIn('1003')).place).toBe('/console')
  expect((await signsIn('1004')).place).toBe('/console?sign-in=noAccount')
})

test('[A19] whoever was refused can be asked again who they are', async () => {
  const promptOf = async (body: object) => {
    const answer = await fetch(`${relay.url}/api/v1/sign-in/oidc`, {
      method: 'POST',
      headers: ours,
      body: JSON.stringify(body)
    })
    return answer.ok ? new URL((await answer.json()).to).searchParams.get('prompt') : answer.status
  }
  expect(await promptOf({})).toBeNull()
  expect(await promptOf({ afresh: true })).toBe('login')
  expect(await promptOf({ afresh: 'x' })).toBe(400)
})

test('[A19] another claim can name the account, as it is written', async () => {
  const accounts = configuration({ oidc: 'claim: sub' }).replace('Anna@Example.com', `"${anna}"`)
  await relay.restart(accounts)
  expect((await signsIn(anna)).place).toBe('/console')
  expect((await signsIn(olaf)).place).toBe('/console?sign-in=noAccount')
})

const letsIn = (roles: string) => `scopes: [openid, email, profile, groups]
    newcomers: { claim: groups, roles: ${roles} }`

test('[A20] who has no account comes in by a claim where the configuration says so, with the highest role of it', async () => {
  issuer.people.set('1003', {
    email: 'Nina@example.com',
    email_verified: true,
    name: 'Nina Roth',
    groups: ['chat', 'ops']
  })
  expect((await signsIn('1003')).place).toBe('/console?sign-in=noAccount')
  await relay.restart(configuration({ oidc: letsIn('{ chat: agent, ops: operator }') }))
  const { cookie } = await signsIn('1003')
  const me = await (await read('/me', cookie)).json()
  expect(me).toEqual({ name: 'nina@example.com', shown: 'Nina Roth', role: 'operator' })
  await relay.restart(configuration({ oidc: letsIn('{ chat: agent }') }))
  expect((await read('/me', cookie)).status).toBe(401)
})

test('[A20] … and without it, or in the place of somebody else, does not', async () => {
  const verified = { email_verified: true, groups: ['chat'] }
  issuer.people.set('1003', { email: 'otto@example.com', email_verified: true, groups: ['constructor'] })
  issuer.people.set('1004', { ...verified, email: 'ANNA@example.com', name: 'Nina' })
  const disabled = { oidc: letsIn('{ chat: agent }'), anna: ', disabled: true' }
  await relay.restart(configuration(disabled))
  for (const sub of ['1003', '1004']) expect((await signsIn(sub)).place).toBe('/console?sign-in=noAccount')
})

test('[A20] no newcomer is shown by a name that is anybody’s', async () => {
  const verified = { email_verified: true, groups: ['chat'] }
  issuer.people.set('1003', { ...verified, email: 'a@example.com', name: 'Anna Berg' })
  issuer.people.set('1004', { ...verified, email: 'b@example.com', name: 'Nina' })
  issuer.people.set('1005', { ...verified, email: 'c@example.com', name: 'Nina' })
  await relay.restart(configuration({ oidc: letsIn('{ chat: agent }') }))
  const shown = []
  for (const sub of ['1003', '1004', '1005', '1004'])
    shown.push((await (await read('/me', (await signsIn(sub)).cookie)).json()).shown)
  expect(shown).toEqual(['a@example.com', 'Nina', 'c@example.com', 'Nina'])
})

test('[A21] who thinks better of it at the issuer is told so, and nothing is held against them', async () => {
  for (let index = 0; index < 6; index += 1)
    expect((await signsIn('cancel')).place).toBe('/console?sign-in=denied')
  expect((await signsIn(anna)).place).toBe('/console')
})

test('[A21] the relay starts and serves without its issuer, and people come in once it is there', async () => {
  issuer.acts = 'down'
  await relay.restart(configuration())
  expect(issuer.asked).toEqual([])
  const refused = await post('/sign-in/oidc')
  expect(refused.status).toBe(502)
  expect(await refused.json()).toMatchObject({ error: 'issuerDown', says: expect.stringContaining('again') })
  expect((await relay.api('GET', '/conversations')).status).toBe(200)
  const asked = issuer.asked.length
  issuer.acts = 'well'
  // Many who press the button are one call.
  expect((await post('/sign-in/oidc')).status).toBe(502)
  expect(issuer.asked).toHaveLength(asked)
  clock.move(2_000)
  expect((await signsIn(anna)).place).toBe('/console')
})

test('[A21] an issuer that does not answer is given up on, before and after', async () => {
  await relay.restart(configuration({ oidc: 'timeoutMs: 100' }))
  const { to, kept } = await begins()
  const back = await goThrough(to, anna)
  issuer.acts = 'silent'
  expect(placeOf(await returns(back, kept))).toBe('/console?sign-in=down')
  await relay.restart(configuration({ oidc: 'timeoutMs: 100' }))
  expect((await post('/sign-in/oidc')).status).toBe(502)
})

test('[A21] an answer without end is not read to its end', async () => {
  issuer.instead.set(discovery, { ...(await metadata()), more: 'x'.repeat(300_000) })
  expect((await post('/sign-in/oidc')).status).toBe(502)
})

const metadata = async (): Promise<object> => (await fetch(issuer.url + discovery)).json()

test('[A22] what the issuer names elsewhere is called neither in the company’s network nor without encryption', async () => {
  let calls = 0
  const trap = createServer(socket => {
    calls += 1
    socket.destroy()
  })
  await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
  const address = trap.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  for (const elsewhere of [
    `http://127.0.0.1:${port}`,
    `https://127.0.0.1:${port}`,
    `https://[::1]:${port}`
  ]) {
    issuer.instead.set(discovery, { ...(await metadata()), token_endpoint: `${elsewhere}/token` })
    await relay.restart(configuration())
    expect((await signsIn(anna)).place).toBe('/console?sign-in=down')
    issuer.instead.delete(discovery)
  }
  expect(relay.logged.join()).toContain('the address is not a public one')
  expect(calls).toBe(0)
  trap.close()
})

test('[A22] no browser is sent to where nothing is encrypted, nor to an issuer that calls itself another', async () => {
  const truth = await metadata()
  for (const lie of [
    { authorization_endpoint: 'http://evil.example/auth' },
    { issuer: 'https://other.example.com' }
  ]) {
    issuer.instead.set(discovery, { ...truth, ...lie })
    await relay.restart(configuration())
    expect((await post('/sign-in/oidc')).status).toBe(502)
  }
})

test('[A10] [A23] whom the issuer’s word has not let in five times has to wait, and nobody elsewhere', async () => {
  issuer.people.set('1003', { email: 'nobody@example.com', email_verified: true })
  for (let index = 0; index < 5; index += 1) await signsIn('1003')
  const refused = await post('/sign-in/oidc')
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ error: 'tooOften', waitMs: 1_000 })
  clock.move(1_000)
  expect((await signsIn(anna)).place).toBe('/console')
})

test('[A24] the page is told by which ways one comes in, and where passwords are off none is tried', async () => {
  const ways = async () => (await fetch(`${relay.url}/api/v1/sign-in`)).json()
  expect(await ways()).toEqual({ passwords: true, oidc: { label: 'Continue with single sign-on' } })
  await relay.restart(configuration({ more: 'passwords: false', oidc: 'label: Continue with Acme' }))
  expect(await ways()).toEqual({ passwords: false, oidc: { label: 'Continue with Acme' } })
  const answer = await fetch(`${relay.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: ours,
    body: JSON.stringify({ name: 'anna', password: 'whatever it is' })
  })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ error: 'noPasswords' })
  expect((await signsIn(anna)).place).toBe('/console')
})

test('[A40] whoever came in by the issuer is out with their account, and whoever has it still is in', async () => {
  const [hers, his] = [await signsIn(anna), await signsIn(olaf)]
  await relay.reload(configuration({ anna: ', disabled: true' }))
  expect((await read('/me', hers.cookie)).status).toBe(401)
  expect((await signsIn(anna)).place).toBe('/console?sign-in=noAccount')
  expect((await read('/me', his.cookie)).status).toBe(200)
  await relay.reload(configuration().replace('Anna@Example.com', 'olaf@example.net'))
  expect((await read('/me', hers.cookie)).status).toBe(401)
})

test('[A40] a newcomer stays while others change, and is out once an account has their name', async () => {
  const nina = { email: 'nina@example.com', email_verified: true, name: 'Nina Roth', groups: ['chat'] }
  issuer.people.set('1003', nina)
  const oidc = letsIn('{ chat: agent }')
  await relay.restart(configuration({ oidc }))
  const { cookie } = await signsIn('1003')
  await relay.reload(configuration({ oidc, anna: ', disabled: true' }))
  expect((await read('/me', cookie)).status).toBe(200)
  const named = (name: string) =>
    configuration({ oidc }).replace(
      '{ name: olaf',
      `{ name: ${name}, role: agent, disabled: true }\n    - { name: olaf`
    )
  await relay.reload(named('Nina@example.com'))
  expect((await read('/me', cookie)).status).toBe(401)
  expect((await signsIn('1003')).place).toBe('/console?sign-in=noAccount')
  await relay.reload(configuration({ oidc }))
  expect((await read('/me', cookie)).status).toBe(401)
  expect((await signsIn('1003')).place).toBe('/console')
})

test('[A40] a newcomer who is shown by what an account is shown by now comes in anew, by another', async () => {
  const nina = { email: 'nina@example.com', email_verified: true, name: 'Nina Roth', groups: ['chat'] }
  issuer.people.set('1003', nina)
  const oidc = letsIn('{ chat: agent }')
  await relay.restart(configuration({ oidc }))
  const { cookie } = await signsIn('1003')
  await relay.reload(configuration({ oidc }).replace('Anna Berg', 'Nina Roth'))
  expect((await read('/me', cookie)).status).toBe(401)
  const again = await signsIn('1003')
  expect(await (await read('/me', again.cookie)).json()).toMatchObject({ shown: 'nina@example.com' })
})
