import { readdirSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entry } from '#shared/entry.ts'
import { systemClock } from '../lib/clock.ts'
import { accounts, signIn } from '../testing/desk.ts'
import { fileSites, type Guest, guest, identityKey, taken, uploadBy } from '../testing/files.ts'
import { fullDisk } from '../testing/full-disk.ts'
import { chunk, jpeg, pdf, png } from '../testing/pictures.ts'
import { origin, type RunningRelay, runRelay } from '../testing/relay.ts'
import { until } from '../testing/until.ts'

let relay: RunningRelay
/** How far the clock is ahead. */
let ahead = 0
beforeEach(async () => {
  ahead = 0
  relay = await runRelay(accounts(), {
    sites: fileSites,
    clock: { ...systemClock, now: () => systemClock.now() + ahead }
  })
})
afterEach(() => relay.close())

const secret = 'GPS-59.9139-10.7522'
const photo = png(2, 1, [chunk('tEXt', Buffer.from(secret))])
const clean = png()

type Message = Extract<Entry, { kind: 'message' }>
const messagesOf = ({ socket }: Pick<Guest, 'socket'>): Message[] =>
  socket.frames.flatMap(frame =>
    frame.type === 'entries' ? frame.entries.filter(entry => entry.kind === 'message') : []
  )
const urlOf = ({ content }: Message): string => ('url' in content ? content.url : '')
/** As the visitor's browser reaches it here. */
const local = (url: string): string => url.replace('https://chat.example.com', relay.url)
const filesLeft = (): string[] =>
  readdirSync(join(relay.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(({ name }) => name)

let count = 0
const newId = () => `client-${String((count += 1)).padStart(6, '0')}`

async function say(one: Guest, file: string, id = newId()) {
  await one.socket.send({ type: 'file', id, file })
  return one.socket.heard(frame => (frame.type === 'said' || frame.type === 'refused') && frame.id === id)
}
async function sent(one: Guest, bytes = photo, name = 'photo.png'): Promise<Message> {
  const { body } = await one.upload(bytes, name)
  const seen = messagesOf(one).length
  expect(await say(one, body.file?.id ?? '')).toMatchObject({ type: 'said' })
  await until(() => messagesOf(one).length > seen)
  const message = messagesOf(one).at(-1)
  if (!message) throw new Error('nothing was said')
  return message
}

test('[FI20] an agent uploads to the visitor they have, says it, and the visitor sees it', async () => {
  const one = await taken(relay)
  const { status, body } = await uploadBy(relay, one.anna, {
    to: one.conversation,
    bytes: photo,
    name: 'shop.png'
  })
  expect(status).toBe(201)
  expect(body.file).toMatchObject({ name: 'shop.png', type: 'image/png', size: clean.length })
  expect(messagesOf(one)).toEqual([])
  const said = await one.anna.ask('POST', `/conversations/${one.conversation}/say`, {
    file: body.file?.id,
    id: newId()
  })
  expect(said.status).toBe(200)
  await until(() => messagesOf(one).length === 1)
  const [message] = messagesOf(one)
  expect(message).toMatchObject({
    by: 'agent',
    name: 'Anna Berg',
    content: { kind: 'image', alt: 'shop.png', width: 2, height: 1 }
  })
  const shown = await fetch(local(message ? urlOf(message) : ''))
  expect(Buffer.from(await shown.arrayBuffer()).equals(clean)).toBe(true)
})

test('[FI20] nobody uploads for another agent, without the header, or from elsewhere; a program does by the token', async () => {
  const { conversation: to, anna } = await taken(relay)
  const ben = await signIn(relay, 'ben')
  expect(await uploadBy(relay, ben, { to, bytes: photo })).toMatchObject({
    status: 409,
    body: { error: 'notYours', by: 'Anna Berg' }
  })
  const wrong = [
    {},
    { origin: 'https://chat.example.com' },
    { origin: 'https://evil.example', 'x-footbridge': 'console' }
  ]
  for (const headers of wrong as Record<string, string>[])
    expect((await uploadBy(relay, anna, { to, bytes: photo, headers })).status).toBe(403)
  expect((await uploadBy(relay, { cookie: '' }, { to, bytes: photo })).status).toBe(401)
  const bearer = { authorization: 'Bearer secret-of-the-api-000' }
  expect((await uploadBy(relay, { cookie: '' }, { to, bytes: photo, headers: bearer })).status).toBe(201)
  expect((await uploadBy(relay, anna, { to: 'nobody', bytes: photo })).status).toBe(404)
  expect((await uploadBy(relay, anna, { to: '..%2f..', bytes: photo })).status).toBe(404)
})

test('[FI20] where no agent of ours has the visitor, or the site takes none, nothing is taken', async () => {
  const anna = await signIn(relay, 'anna')
  const waiting = await guest(relay)
  expect(await uploadBy(relay, anna, { to: waiting.conversation, bytes: photo })).toMatchObject({
    status: 409,
    body: { error: 'noAgent' }
  })
  const off = await taken(relay, 'shop')
  expect(await uploadBy(relay, off.anna, { to: off.conversation, bytes: photo })).toMatchObject({
    status: 403,
    body: { error: 'off' }
  })
  expect(await off.upload(photo)).toMatchObject({ status: 403, body: { error: 'off' } })
})

test('[FI21] a visitor uploads while an agent has them, and the agent sees it', async () => {
  const early = await guest(relay)
  expect(await early.upload(photo)).toMatchObject({ status: 409, body: { error: 'noAgent' } })
  const one = await taken(relay)
  const message = await sent(one, pdf(), 'offer.pdf')
  expect(message).toMatchObject({
    by: 'visitor',
    content: { kind: 'file', name: 'offer.pdf', size: pdf().length }
  })
  const log = await (await one.anna.ask('GET', `/conversations/${one.conversation}`)).json()
  const entry = log.entries.at(-1)
  expect(entry.content).toMatchObject({ kind: 'file', name: 'offer.pdf' })
  expect(log.summary.preview).toBe('offer.pdf')
  const answer = await fetch(local(entry.content.url), { headers: { cookie: one.anna.cookie } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('[FI21] always, where the site wants that; and the bot is told its name', async () => {
  const one = await guest(relay, 'always')
  const welcome = one.socket.frames.find(frame => frame.type === 'welcome')
  expect(welcome).toMatchObject({
    can: { upload: true },
    site: { files: { kinds: ['png', 'text'], always: true, maxBytes: 10 * 1_048_576 } }
  })
  expect((await one.upload(jpeg())).body.error).toBe('type')
  await sent(one)
  await until(() => relay.platform.calls.some(({ body }) => JSON.stringify(body).includes('photo.png')))
  const told = relay.platform.calls.find(({ body }) => JSON.stringify(body).includes('photo.png'))
  expect(told?.body).toEqual({ author: { type: 'user' }, content: { type: 'text', text: 'photo.png' } })
})

test('[FI21] who proves nothing, or comes from another page, sends nothing; the page is told what it may read', async () => {
  const one = await taken(relay)
  const other = await guest(relay, 'always')
  const cases: [Record<string, string>, number][] = [
    [{ authorization: '' }, 401],
    [{ authorization: `Bearer ${'a'.repeat(43)}` }, 401],
    [{ authorization: `Bearer ${one.token}x` }, 401],
    [{ authorization: `Bearer ${other.token}` }, 401],
    [{ 'x-footbridge-identity': 'a.b.c' }, 401],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: `${origin}.evil.example` }, 403]
  ]
  for (const [headers, status] of cases)
    expect((await one.upload(photo, 'a.png', headers)).status).toBe(status)
  const ask = (from: string) =>
    fetch(`${relay.url}/files?site=files`, {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization'
      }
    })
  const allowed = await ask(origin)
  expect(allowed.status).toBe(204)
  expect(allowed.headers.get('access-control-allow-origin')).toBe(origin)
  expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
  const refused = await ask('https://evil.example')
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
  expect(filesLeft()).toEqual([])
})

test('[FI21] whom the website knows sends files by their identity, and nobody in their name', async () => {
  const identityOf = (sub: string, key = identityKey) =>
    new SignJWT({ sub, aud: 'known' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(key))
  const socket = relay.socket('known')
  await socket.hello({ version: 2, site: 'known', identity: await identityOf('ada') })
  const send = (identity: string) =>
    fetch(`${relay.url}/files?site=known&name=a.png`, {
      method: 'POST',
      headers: { origin, 'x-footbridge-identity': identity },
      body: new Uint8Array(photo)
    }).then(({ status }) => status)
  expect(await send(await identityOf('ada'))).toBe(201)
  expect(await send(await identityOf('eve'))).toBe(401)
  expect(await send(await identityOf('ada', 'x'.repeat(32)))).toBe(401)
})

test('[FI22] whatever is tried, what is not yours answers as what is not there', async () => {
  const [one, two] = [await taken(relay), await taken(relay)]
  const [mine, theirs] = [new URL(local(urlOf(await sent(one)))), new URL(local(urlOf(await sent(two))))]
  const annas = await uploadBy(relay, one.anna, { to: one.conversation, bytes: photo })
  const nowhere = `${relay.url}/files/${one.conversation}/${'A'.repeat(22)}`
  const seen = async (url: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers })
    const all = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'))
    return { status: answer.status, headers: all, body: await answer.text() }
  }
  const none = await seen(nowhere)
  expect(none).toMatchObject({ status: 404, body: '{"error":"notFound"}' })
  const idOf = (url: URL) => url.pathname.split('/').at(-1)
  const changed = mine.search.replace(/.$/, last => (last === 'A' ? 'B' : 'A'))
  const tries = [
    // Another's file by one's own key, in either folder.
    `${relay.url}/files/${one.conversation}/${idOf(theirs)}${mine.search}`,
    `${relay.url}/files/${two.conversation}/${idOf(theirs)}${mine.search}`,
    `${relay.url}/files/${two.conversation}/${idOf(mine)}${theirs.search}`,
    // What the agent has not said yet.
    `${relay.url}/files/${one.conversation}/${annas.body.file?.id}${mine.search}`,
    `${theirs.origin}${theirs.pathname}`,
    `${mine.origin}${mine.pathname}`,
    `${mine.origin}${mine.pathname}${changed}`,
    `${mine.origin}${mine.pathname}?key=`,
    `${mine.origin}${mine.pathname}?key=zzzzzz.${'A'.repeat(43)}`,
    `${mine}&key=${mine.searchParams.get('key')}`,
    `${relay.url}/files/${one.conversation}/..%2f${two.conversation}%2f${idOf(theirs)}${mine.search}`,
    `${relay.url}/files/${one.conversation}/${idOf(mine)}.json${mine.search}`,
    `${relay.url}/files/..%2fof%2f${one.conversation}/${idOf(mine)}${mine.search}`,
    `${relay.url}/files/${one.conversation}/%00`
  ]
  for (const url of tries) expect(await seen(url), url).toEqual(none)
  expect(await seen(`${mine.origin}${mine.pathname}`, { authorization: `Bearer ${one.token}` })).toEqual(none)
  expect(await seen(`${mine.origin}${mine.pathname}`, { cookie: 'footbridge=x' })).toEqual(none)
  expect((await seen(String(mine))).status).toBe(200)
  ahead = 8 * 86_400_000
  expect(await seen(String(mine))).toEqual(none)
  // An entry that is shown now has a key of now.
  await one.socket.send({
    type: 'older',
    conversation: one.conversation,
    limit: 50
  })
  const older = await one.socket.heard(frame => frame.type === 'older')
  const again = older.entries.findLast(entry => entry.kind === 'message')
  expect((await seen(local(again?.kind === 'message' ? urlOf(again) : ''))).status).toBe(200)
})

test('[FI23] a download is an attachment of its own type that runs nothing and is kept by nobody', async () => {
  const one = await taken(relay)
  const message = await sent(one, photo, '\u202Egpj "счёт".html')
  const answer = await fetch(local(urlOf(message)))
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(clean.length),
    'content-disposition': `attachment; filename="gpj ____.html.png"; filename*=UTF-8''gpj%20%D1%81%D1%87%D1%91%D1%82.html.png`,
    'content-security-policy': expect.stringMatching(/^default-src 'none';.*; sandbox$/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer'
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([bytes.equals(clean), bytes.includes(secret)]).toEqual([true, false])
})

test('[FI24] the log, subscribers and agents have the address without a key', async () => {
  const one = await taken(relay)
  const message = await sent(one)
  expect(urlOf(message)).toMatch(
    /^https:\/\/chat\.example\.com\/files\/c\w+\/[\w-]{22}\?key=[0-9a-z]+\.[\w-]{43}$/
  )
  const log = await (await one.anna.ask('GET', `/conversations/${one.conversation}`)).text()
  expect(log).toContain(new URL(urlOf(message)).pathname)
  expect(log).not.toContain('key=')
})

test('[FI24] no other conversation’s address gets a key, whoever wrote it', async () => {
  const [one, two] = [await taken(relay), await taken(relay)]
  const theirs = urlOf(await sent(two)).split('?')[0]
  const payload = {
    conversation: { id: 'cv_1' },
    message: {
      id: 'ms_1',
      author: { type: 'chatbot' },
      content: { type: 'image', mediaUrl: theirs, mediaType: 'image/png' }
    }
  }
  await relay.webhook({
    app: { teamId: 'tm_1', botId: 'bt_1' },
    webhook: { id: 'wh_1', version: 'v1' },
    events: [{ id: 'ev_x', timestamp: 2, type: 'conversation:message', payload }]
  })
  await until(() => messagesOf(one).length === 1)
  expect(messagesOf(one).map(urlOf)).toEqual([theirs])
})

test('[FI25] what is too large is refused before it is read, and while it is', async () => {
  const one = await taken(relay)
  const large = Buffer.alloc(200_000)
  expect(await one.upload(large)).toMatchObject({ status: 413, body: { error: 'tooLarge' } })
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = plainRequest(
      `${relay.url}/files?site=files&name=a.png`,
      { method: 'POST', headers: { origin, authorization: `Bearer ${one.token}` } },
      response => {
        resolve(response.statusCode)
        response.resume()
        sending.destroy()
      }
    )
    sending.on('error', reject)
    // In pieces, without a word of how many there are.
    for (let i = 0; i < 20; i += 1) sending.write(Buffer.alloc(10_000))
  })
  expect(status).toBe(413)
  await until(() => filesLeft().length === 0)
})

test('[FI25] an address that sends too many is told so', async () => {
  const one = await guest(relay)
  const statuses = new Set<number>()
  for (let i = 0; i < 32; i += 1) statuses.add((await one.upload(photo)).status)
  expect(statuses).toEqual(new Set([409, 429]))
})

test.each([
  [Buffer.alloc(0), 422, 'empty'],
  [Buffer.from('<svg onload="alert(1)"/>'), 415, 'type'],
  [png(50_000, 50_000), 422, 'pixels'],
  [png().subarray(0, 40), 422, 'broken']
])('[FI10] what is unfit is refused in words, and leaves nothing (%#)', async (bytes, status, error) => {
  const one = await taken(relay)
  const answer = await one.upload(bytes)
  expect(answer).toMatchObject({ status, body: { error, says: expect.stringContaining(' ') } })
  expect(filesLeft()).toEqual([])
})

test('[FI30] only who uploaded it says it, only there, and once', async () => {
  const [one, two] = [await taken(relay), await taken(relay)]
  const mine = (await one.upload(photo)).body.file?.id ?? ''
  const annas = (await uploadBy(relay, one.anna, { to: one.conversation, bytes: photo })).body.file?.id ?? ''
  expect(await say(two, mine)).toMatchObject({ type: 'refused', reason: 'noAction' })
  expect(await say(one, annas)).toMatchObject({ type: 'refused', reason: 'noAction' })
  expect(await say(one, 'A'.repeat(22))).toMatchObject({ type: 'refused', reason: 'noAction' })
  const byAnna = (file: string, to = one.conversation) =>
    one.anna.ask('POST', `/conversations/${to}/say`, { file, id: newId() }).then(({ status }) => status)
  expect(await byAnna(mine)).toBe(404)
  expect(await byAnna(annas, two.conversation)).toBe(404)
  const ben = await signIn(relay, 'ben')
  const byBen = await ben.ask('POST', `/conversations/${one.conversation}/say`, { file: annas, id: newId() })
  expect(byBen.status).toBe(404)
  const all = await Promise.all([say(one, mine), say(one, mine), say(one, mine)])
  expect(new Set(all.map(frame => (frame.type === 'said' ? frame.seq : frame.type))).size).toBe(1)
  expect([await byAnna(annas), await byAnna(annas)]).toEqual([200, 200])
  await until(() => messagesOf(one).length >= 2)
  expect(messagesOf(one)).toHaveLength(2)
})

test('[FI30] words stand beside a file, and a repeat is known', async () => {
  const one = await taken(relay)
  const file = (await one.upload(photo)).body.file?.id ?? ''
  const frame = { type: 'file', id: newId(), file, text: 'Broken on arrival' } as const
  for (const _ of [1, 2]) await one.socket.send(frame)
  await until(() => one.socket.frames.filter(({ type }) => type === 'said').length === 2)
  expect(messagesOf(one)).toMatchObject([{ content: { kind: 'image', text: 'Broken on arrival' } }])
})

test('[FI31] what nobody said within an hour is removed, and what was said stays, over a restart too', async () => {
  const one = await taken(relay)
  const message = await sent(one)
  const unsaid = (await one.upload(photo)).body.file?.id ?? ''
  ahead = 51 * 60_000
  expect(await say(one, unsaid)).toMatchObject({ type: 'refused' })
  ahead = 3_700_000
  await relay.restart(accounts())
  await until(() => !filesLeft().some(name => name.includes(unsaid)))
  expect((await fetch(local(urlOf(message)))).status).toBe(200)
})

test('[FI76] a say whose answer was lost is known again however late it is repeated; a new one is not taken', async () => {
  const one = await taken(relay)
  const [file, other] = [
    (await one.upload(photo)).body.file?.id ?? '',
    (await one.upload(photo)).body.file?.id ?? ''
  ]
  const id = newId()
  const first = await say(one, file, id)
  const annas = (await uploadBy(relay, one.anna, { to: one.conversation, bytes: photo })).body.file?.id ?? ''
  const byAnna = async ({ ask } = one.anna) => {
    const body = { file: annas, id: 'agent-file-0001' }
    const answer = await ask('POST', `/conversations/${one.conversation}/say`, body)
    return [answer.status, await answer.json()]
  }
  const said = await byAnna()
  ahead = 90 * 60_000
  one.socket.frames.length = 0
  expect(await say(one, file, id)).toEqual(first)
  expect(await byAnna(await signIn(relay, 'anna'))).toEqual(said)
  expect(await say(one, other)).toMatchObject({ type: 'refused' })
})

test('[FI40] an erasure takes the files before it is answered, and the address is as if it had never been', async () => {
  const [one, two] = [await taken(relay), await taken(relay)]
  const [mine, theirs] = [await sent(one), await sent(two)]
  await one.upload(photo)
  const answer = await relay.api('POST', `/visitors/${one.conversation}/erase`, {})
  expect(answer.status).toBe(200)
  expect(readdirSync(join(relay.folder, 'files', 'of'))).toEqual([two.conversation])
  expect(filesLeft().some(name => name.includes(one.conversation))).toBe(false)
  expect((await fetch(local(urlOf(mine)))).status).toBe(404)
  expect((await fetch(local(urlOf(theirs)))).status).toBe(200)
  expect((await one.upload(photo)).status).toBe(401)
})

test('[FI40] of an erasure that cannot be stored to its end the files go all the same, and none comes back', async () => {
  const one = await taken(relay)
  const url = local(urlOf(await sent(one)))
  const makeRoom = fullDisk(relay.folder)
  const erase = async () => (await relay.api('POST', `/visitors/${one.conversation}/erase`, {})).status
  expect(await erase()).toBe(503)
  expect([filesLeft(), (await fetch(url)).status]).toEqual([[], 404])
  makeRoom()
  expect(await erase()).toBe(200)
})

test('[FI41] an export lists the files', async () => {
  const one = await taken(relay)
  await sent(one)
  const told = await (await relay.api('GET', `/visitors/${one.conversation}/export`)).json()
  expect(told.conversations[0].files).toMatchObject([
    { name: 'photo.png', type: 'image/png', size: clean.length }
  ])
})

test('[FI42] what a site masks is masked in the name too, wherever it stands', async () => {
  const one = await guest(relay, 'always')
  const message = await sent(one, photo, 'card 4111 1111 1111 1111.png')
  expect(JSON.stringify(message)).not.toContain('1111')
  expect((await fetch(local(urlOf(message)))).headers.get('content-disposition')).not.toContain('1111')
})
