import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { byes } from '#shared/wire/byes.ts'
import type { Down } from '#shared/wire/down.ts'
import { wireVersion } from '#shared/wire/version.ts'
import { testClock } from '../../testing/clock.ts'
import type { Visitor } from '../../testing/relay.ts'
import { origin, type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'

let relay: RunningRelay
afterEach(() => relay.close())
beforeEach(async () => {
  relay = await runRelay()
})

const isSaid = (frame: Down) => frame.type === 'said'
const entriesOf = ({ frames }: Visitor) =>
  frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : []))
const say = (id: string, text = id) => ({ type: 'say', id: `client-${id}-000`, text }) as const

test('[K1] a page whose origin is not exactly on the site’s list gets no socket', async () => {
  const wrong = [
    '',
    'null',
    'https://evil.example.com',
    'http://shop.example.com',
    'https://shop.example.com.evil.com',
    'https://evil-shop.example.com',
    'https://shop.example.com:8443',
    'https://SHOP.example.com',
    'https://shop.example.com/',
    'https://shop.example.com.',
    'https://user@shop.example.com'
  ]
  for (const from of wrong) {
    const client = relay.socket('shop', from)
    expect(await client.opened, from).toBe(false)
    expect(client.refusedWith).toBe(403)
  }
  expect(await relay.socket('none', origin).opened).toBe(false)
  expect(await relay.socket('shop', origin).opened).toBe(true)
})

test('[K1] a hello for another site than the socket’s is refused', async () => {
  const client = relay.socket()
  await client.send({ type: 'hello', version: 1, site: 'other' })
  expect(await client.closed).toEqual({ code: byes.site.code, reason: 'site' })
})

test('[K2] a token opens its own conversation, on its own site, and nothing else', async () => {
  const first = relay.socket()
  const { token, conversation } = await first.hello()
  expect(token).toMatch(/^[\w-]{43}$/)
  const again = await relay.socket().hello({ token })
  expect([again.conversation, again.token]).toEqual([conversation, undefined])
  const elsewhere = relay.socket('other', 'https://other.example.com')
  await elsewhere.send({ type: 'hello', version: 1, site: 'other', token })
  const flipped = relay.socket()
  const wrong = `${token?.startsWith('A') ? 'B' : 'A'}${token?.slice(1)}` as typeof token
  await flipped.send({ type: 'hello', version: 1, site: 'shop', token: wrong })
  const same = { code: byes.token.code, reason: 'token' }
  expect([await elsewhere.closed, await flipped.closed]).toEqual([same, same])
})

test('[K3] nothing may be said before hello, and hello only once', async () => {
  const early = relay.socket()
  await early.send(say('early'))
  expect((await early.closed).code).toBe(byes.badFrame.code)
  const twice = relay.socket()
  await twice.hello()
  await twice.send({ type: 'hello', version: 1, site: 'shop' })
  expect((await twice.closed).code).toBe(byes.badFrame.code)
})

test('[K4] what is not to the protocol ends the socket; a frame of a newer widget does not', async () => {
  for (const frame of ['{', '[]', 'null', '{"type":1}', '{"type":"say"}', '{"type":"seen","seq":-1}']) {
    const client = relay.socket()
    await client.hello()
    await client.send(frame)
    expect((await client.closed).code, frame).toBe(byes.badFrame.code)
  }
  const newer = relay.socket()
  await newer.hello()
  await newer.send('{"type":"wave","at":"you"}')
  await newer.send(say('still'))
  await newer.heard(isSaid)
})

test('[K5] a frame above 64 KiB is never read', async () => {
  const client = relay.socket()
  await client.hello()
  await client.send(say('big', 'x'.repeat(65_536)))
  expect((await client.closed).code).toBe(1009)
})

/** Without a hello, for what no widget does. */
async function bare(): Promise<{ socket: WebSocket; ended: Promise<number | string> }> {
  const socket = new WebSocket(`${relay.url.replace('http', 'ws')}/ws?site=shop`, { headers: { origin } })
  socket.on('error', () => undefined)
  const ended = new Promise<number | string>(resolve => {
    socket.once('message', (data: Buffer) => resolve(data.toString('utf8')))
    socket.once('close', code => resolve(code))
  })
  await new Promise(resolve => socket.once('open', resolve))
  return { socket, ended }
}

test('[K5] a frame in more parts than a browser makes of one is never read', async () => {
  const { socket, ended } = await bare()
  for (let part = 0; part < 100; part += 1) socket.send(part === 0 ? '{"type":' : '', { fin: false })
  socket.send('"ping"}')
  expect(await ended).toBe(1008)
})

test('[K10] who floods with what no page can send is cut off as well', async () => {
  const { socket, ended } = await bare()
  for (let n = 0; n < 1_000; n += 1) socket.ping()
  expect(await ended).toBe(1006)
})

test('[K6] what is said is acknowledged with its place and shown, and a repeat is answered the same', async () => {
  const client = relay.socket()
  await client.hello()
  await client.send(say('hello'))
  await client.send(say('hello'))
  await client.send(say('more'))
  await client.heard(frame => frame.type === 'said' && frame.id === 'client-more-000')
  expect(client.frames.filter(isSaid).map(frame => frame.seq)).toEqual([2, 2, 3])
  expect(entriesOf(client).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('[K6] what is not taken is refused with its reason', async () => {
  const client = relay.socket()
  await client.hello()
  await client.send(say('same', 'one'))
  await client.send(say('same', 'two'))
  await client.send(say('long', 'x'.repeat(51)))
  await client.send({ type: 'postback', id: 'client-press-0', seq: 1, action: 0 })
  await client.heard(frame => frame.type === 'refused' && frame.reason === 'noAction')
  expect(client.frames.flatMap(frame => (frame.type === 'refused' ? [frame.reason] : []))).toEqual([
    'conflict',
    'tooLong',
    'noAction'
  ])
})

test('[K6] what was heard before the socket broke off is taken', async () => {
  const client = relay.socket()
  const { token } = await client.hello()
  await client.send({ type: 'typing', state: 'start' })
  await client.send(say('last'))
  client.end()
  const again = relay.socket()
  await again.hello({ token })
  await again.heard(frame => frame.type === 'entries' && frame.entries.some(({ seq }) => seq === 2))
  await until(() => relay.platform.calls.some(({ body }) => JSON.stringify(body).includes('typing:stop')))
})

test('[K7] a cursor resumes where it stands; one of another epoch or conversation starts again', async () => {
  const first = relay.socket()
  const { token, conversation, epoch } = await first.hello()
  for (const text of ['a', 'b']) await first.send(say(text))
  await first.heard(frame => frame.type === 'said' && frame.seq === 3)
  const resume = async (cursor: { epoch: string; conversation: typeof conversation; seq: number }) => {
    const client = relay.socket()
    const { after } = await client.hello({ token, cursor })
    await client.heard(frame => frame.type === 'entries' && frame.entries.at(-1)?.seq === 3)
    return [after, entriesOf(client).map(({ seq }) => seq)]
  }
  expect(await resume({ epoch, conversation, seq: 2 })).toEqual([2, [3]])
  expect(await resume({ epoch: 'before the backup', conversation, seq: 2 })).toEqual([0, [1, 2, 3]])
  expect(await resume({ epoch, conversation: `${conversation}x` as typeof conversation, seq: 2 })).toEqual([
    0,
    [1, 2, 3]
  ])
  expect(await resume({ epoch, conversation, seq: 99 })).toEqual([0, [1, 2, 3]])
})

test('[K8] a visitor may begin anew once the conversation is closed, not before', async () => {
  const { token, conversation } = await relay.socket().hello()
  expect((await relay.socket().hello({ token, fresh: true })).conversation).toBe(conversation)
  await relay.api('POST', `/conversations/${conversation}/close`)
  expect((await relay.socket().hello({ token })).conversation).toBe(conversation)
  const fresh = await relay.socket().hello({ token, fresh: true })
  expect(fresh.conversation).not.toBe(conversation)
  expect((await relay.socket().hello({ token })).conversation).toBe(fresh.conversation)
})

test('[K9] two tabs of a visitor see the same log in the same order', async () => {
  const one = relay.socket()
  const { token } = await one.hello()
  const two = relay.socket()
  await two.hello({ token })
  for (let i = 0; i < 5; i += 1) {
    await one.send(say(`one-${i}`))
    await two.send(say(`two-${i}`))
  }
  for (const tab of [one, two]) {
    await tab.heard(frame => frame.type === 'entries' && frame.entries.at(-1)?.seq === 11)
  }
  expect(entriesOf(one)).toEqual(entriesOf(two))
})

test('[K10] somebody who writes too fast is told, and somebody who floods is cut off', async () => {
  await relay.close()
  relay = await runRelay(
    'limits: { messages: { burst: 3, perSecond: 1 }, frames: { burst: 50, perSecond: 1 } }'
  )
  const client = relay.socket()
  await client.hello()
  for (let i = 0; i < 4; i += 1) await client.send(say(`fast-${i}`))
  expect(await client.heard(frame => frame.type === 'refused')).toMatchObject({ reason: 'tooFast' })
  for (let i = 0; i < 60; i += 1) await client.send({ type: 'ping' })
  expect((await client.closed).code).toBe(byes.tooFast.code)
})

test('[K11] one address may open only so many sockets and conversations', async () => {
  await relay.close()
  relay = await runRelay(
    'limits: { sockets: { burst: 4, perSecond: 0.001 }, conversations: { burst: 2, perSecond: 0.001 } }'
  )
  const { token } = await relay.socket().hello()
  await relay.socket().hello()
  const third = relay.socket()
  await third.send({ type: 'hello', version: 1, site: 'shop' })
  expect((await third.closed).code).toBe(byes.tooFast.code)
  await relay.socket().hello({ token })
  const fifth = relay.socket()
  expect([await fifth.opened, fifth.refusedWith]).toEqual([false, 429])
})

test('[K18] who asks for old entries as fast as can be waits for them, and nobody else does', async () => {
  await relay.close()
  const clock = testClock(Date.now())
  relay = await runRelay('', { clock })
  const greedy = relay.socket()
  const { conversation } = await greedy.hello({ version: 2 })
  const answers = () => greedy.frames.filter(({ type }) => type === 'older' || type === 'past').length
  for (let n = 0; n < 75; n += 1) {
    await greedy.send({ type: 'older', conversation, limit: 200 })
    await greedy.send({ type: 'past' })
  }
  await until(() => answers() >= 100)
  const other = relay.socket()
  await other.hello({ version: 2 })
  for (const text of ['one', 'two', 'three']) {
    const id = `client-${text}-000`
    await other.send({ type: 'say', id, text })
    await other.heard(frame => frame.type === 'said' && frame.id === id)
  }
  expect(answers()).toBe(100)
  await until(() => {
    clock.move(100)
    return answers() === 150
  })
})

test('[K18] who goes on asking without end is cut off', async () => {
  await relay.close()
  relay = await runRelay('limits: { frames: { burst: 10000, perSecond: 1 } }', {
    clock: testClock(Date.now())
  })
  const again = relay.socket()
  await again.hello({ version: 2 })
  for (let n = 0; n < 500; n += 1) await again.send('{"type":"older","conversation":"none","limit":200}')
  expect((await again.closed).code).toBe(byes.tooFast.code)
})

test('[K12] a widget that is too old is told to stop', async () => {
  const client = relay.socket()
  await client.send('{"type":"hello","version":0,"site":"shop"}')
  expect((await client.closed).code).toBe(byes.badFrame.code)
  const newer = await relay.socket().hello({ version: 99 })
  expect(newer.version).toBe(wireVersion)
})

test('[K13] a relay that goes down says so, and asks its widgets to come back at different times', async () => {
  const clients = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const client = relay.socket()
      await client.hello()
      return client
    })
  )
  await relay.stop()
  const ends = await Promise.all(clients.map(({ closed }) => closed))
  expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([byes.restarting.code]))
  const waits = clients.flatMap(({ frames }) =>
    frames.flatMap(frame => (frame.type === 'bye' ? [frame.waitMs] : []))
  )
  expect(new Set(waits).size).toBe(5)
})

test('[K14] no hello within 10 s, or 45 s of silence, ends a socket; a ping keeps it', async () => {
  await relay.close()
  const clock = testClock()
  relay = await runRelay('', { clock })
  const mute = relay.socket()
  await mute.opened
  const silent = relay.socket()
  const alive = relay.socket()
  await Promise.all([silent.hello(), alive.hello()])
  clock.move(9_999)
  expect(mute.frames).toEqual([])
  clock.move(5_001)
  expect((await mute.closed).code).toBe(byes.noHello.code)
  clock.move(20_000)
  await alive.send({ type: 'ping' })
  await alive.heard(frame => frame.type === 'pong')
  clock.move(15_000)
  expect((await silent.closed).code).toBe(byes.silent.code)
  await alive.send({ type: 'ping' })
  await alive.heard(() => alive.frames.filter(({ type }) => type === 'pong').length === 2)
})

const generous = 'limits: { bufferedBytes: 300000 }'
const large = 20

/** The bot says so much that no buffer of the machine's own can hold it. */
async function fill(many = large): Promise<void> {
  await until(() => relay.platform.calls.length >= 2)
  for (let i = 0; i < many; i += 1) {
    const content = { type: 'text', text: 'x'.repeat(800_000) }
    const message = { id: `ms_${i}`, author: { type: 'chatbot' }, content }
    const payload = { conversation: { id: 'cv_1' }, message }
    await relay.webhook({
      app: { teamId: 'tm_1', botId: 'bt_1' },
      webhook: { id: 'wh_1', version: 'v1' },
      events: [{ id: `ev_${i}`, timestamp: 1, type: 'conversation:message', payload }]
    })
  }
}

test('[K15] a reader that does not read is cut off after a while, and nobody else notices', async () => {
  await relay.close()
  const clock = testClock()
  relay = await runRelay(generous, { clock })
  const deaf = relay.socket()
  const { token } = await deaf.hello()
  const other = relay.socket()
  await other.hello({ token })
  deaf.pause()
  await fill()
  clock.move(36_000)
  deaf.resume()
  expect(await deaf.closed).toEqual({ code: byes.slow.code, reason: 'slow' })
  expect(entriesOf(deaf).length).toBeLessThan(large + 1)
  await other.send(say('after'))
  await other.heard(frame => frame.type === 'said')
  expect(entriesOf(other)).toHaveLength(large + 2)
})

test('[K15] a reader that pauses on something large is not cut off for a pong', async () => {
  await relay.close()
  relay = await runRelay(generous)
  const slow = relay.socket()
  await slow.hello()
  slow.pause()
  await fill(12)
  for (let i = 0; i < 3; i += 1) await slow.send({ type: 'ping' })
  // Whoever is heard later, the pings were heard before.
  await relay.socket().hello()
  slow.resume()
  await slow.heard(frame => frame.type === 'entries' && frame.entries.at(-1)?.seq === 13)
  await slow.heard(() => slow.frames.filter(({ type }) => type === 'pong').length === 3)
})

test('[K15] a reader that only pauses gets everything, however much it is', async () => {
  await relay.close()
  relay = await runRelay(generous)
  const slow = relay.socket()
  const { token } = await slow.hello()
  slow.pause()
  const other = relay.socket()
  await other.hello({ token })
  await fill()
  slow.resume()
  for (const each of [slow, other]) {
    await each.heard(frame => frame.type === 'entries' && frame.entries.at(-1)?.seq === large + 1)
  }
  expect(entriesOf(slow)).toEqual(entriesOf(other))
})
