import { afterEach, expect, test } from 'vitest'
import type { Entry } from '../../conversation/entry.ts'
import type { Store } from '../../conversation/store.ts'
import { openChannel } from '../../testing/channel.ts'
import { testClock } from '../../testing/clock.ts'
import { bot, fromBot } from '../../testing/entries.ts'
import { origin, type RunningRelay, runRelay } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'
import { createWorld } from '../../testing/world.ts'
import { turnToRead } from './history.ts'
import { paced } from './pace.ts'

let relay: RunningRelay | undefined
afterEach(async () => {
  await relay?.close()
  relay = undefined
})

const url = 'https://shop.example.com/'

test('[C19] whose log cannot be read on is told to come again, and is not left without news', async () => {
  const world = createWorld()
  const { comes, close } = await openChannel(world)
  const { token } = await comes().hello({ version: 2 })
  const read = world.store.read.bind(world.store)
  const seen = world.store.seen.bind(world.store)
  world.store.seen = async conversation => {
    world.store.read = () => Promise.reject(new Error('SQLITE_IOERR'))
    return seen(conversation)
  }
  const client = comes()
  await client.hello({ version: 2, token })
  expect(await client.closed).toMatchObject({ reason: 'broken' })
  Object.assign(world.store, { read, seen } satisfies Partial<Store>)
  await close()
  await world.close()
})

test('[U11] another page is told in the next hello, also before anybody has said a word', async () => {
  const world = createWorld()
  const { comes, close } = await openChannel(world)
  const { token, conversation } = await comes().hello({ version: 2, page: { url: `${url}a` } })
  await comes().hello({ version: 2, token, page: { url: `${url}b` } })
  const pageNow = async () => {
    const { state } = await world.states.refresh(conversation)
    return state.phase === 'new' ? undefined : state.page?.url
  }
  await until(async () => (await pageNow()) === `${url}b`)
  await close()
  await world.close()
})

test('[K20] a text whose answer was lost is not said again in a conversation that was begun on another device since', async () => {
  const world = createWorld()
  const { comes, close } = await openChannel(world)
  const first = comes()
  const { token, conversation } = await first.hello({ version: 2 })
  const text = { type: 'say', id: 'client-1234', text: 'Where is my order?' } as const
  await first.send(text)
  await first.heard(({ type }) => type === 'said')
  await world.accept(conversation, { kind: 'close' })
  const { conversation: anew } = await comes().hello({ version: 2, token, fresh: true })
  expect(anew).not.toBe(conversation)
  const back = comes()
  await back.hello({ version: 2, token })
  await back.send(text)
  expect(await back.heard(({ type }) => type === 'said')).toEqual({ type: 'said', id: text.id, seq: 0 })
  await back.send({ ...text, id: 'client-5678' })
  await back.heard(frame => frame.type === 'said' && frame.id === 'client-5678' && frame.seq === 2)
  await back.send({ ...text, text: 'Something else' })
  await back.heard(frame => frame.type === 'said' && frame.seq === 3)
  expect(world.owed.filter(({ entry }) => entry.kind === 'message')).toHaveLength(3)
  await close()
  await world.close()
})

test('[K1] a hello for another site is refused, though the page may open sockets for both', async () => {
  const twin = `  twin: { origins: ["${origin}"], bot: support, start: { restart: true } }`
  relay = await runRelay('', { sites: twin })
  const client = relay.socket('shop')
  await client.send({ type: 'hello', version: 2, site: 'twin' })
  expect(await client.closed).toMatchObject({ reason: 'site' })
})

test.each([
  ['a long value', { referrer: `https://ads.example.com/?${'q'.repeat(500)}` }],
  ['what is no number', { cart: null }],
  ['too many values', Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`v${n}`, n]))],
  ['a list', ['a']]
])('[K19] %s among what a page says of its visitor keeps nobody from chatting', async (_, data) => {
  relay = await runRelay()
  const client = relay.socket()
  const page = { url, title: 'Shop', data }
  await client.send(JSON.stringify({ type: 'hello', version: 2, site: 'shop', page }))
  await client.heard(frame => frame.type === 'welcome')
})

test('[K19] an identity that is too long is refused as an identity', async () => {
  relay = await runRelay()
  const client = relay.socket()
  await client.send(JSON.stringify({ type: 'hello', version: 2, site: 'shop', identity: 'x'.repeat(5_000) }))
  expect(await client.closed).toMatchObject({ reason: 'identity' })
})

test('[K18] whoever is gone takes nobody’s turn to read', async () => {
  let taken = 0
  const mayRead = () => {
    taken += 1
    return true
  }
  await turnToRead({ mayRead }, testClock(), () => true)
  expect(taken).toBe(0)
})

test('[K16] what was said before a clock was set back is shown at once', () => {
  const hourMs = 3_600_000
  const said: Entry[] = [1, 2].map(
    seq => ({ ...fromBot(seq), at: 2 * hourMs, via: bot, pauseMs: 3_000 }) as Entry
  )
  expect(paced(said, hourMs).map(({ waitMs }) => waitMs)).toEqual([0])
  expect(paced(said, 2 * hourMs).map(({ waitMs }) => waitMs)).toEqual([3_000, 3_000])
})
