import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { quietLog } from '../lib/log.ts'
import { bot, conversation } from '../testing/entries.ts'
import { createWorld, type World } from '../testing/world.ts'
import { shown } from './entry.ts'
import { createHear } from './hear.ts'
import type { Input } from './input.ts'

let world: World
let id: ConversationId
beforeEach(async () => {
  world = createWorld()
  id = await world.open()
})
afterEach(() => world.close())

const channel = 'channels/care'
const say = (text: string): Input => ({ kind: 'said', by: 'visitor', id: `client-${text}-000`, text })
const received = (text: string, by?: 'agent' | 'system'): Input => ({
  kind: 'received',
  via: bot,
  ids: [`message:${text}`],
  ...(by && { by }),
  ...(by === 'agent' && { name: 'Kim' }),
  content: { kind: 'text', text },
  payloads: [],
  raw: {}
})
const log = (of = id) => world.store.read(of, 0, 1_000)
const owedTo = () => world.owed.map(({ destination, entry }) => [destination, entry.kind, entry.seq])
const phase = async () => (await world.states.refresh(id)).state.phase

test('[C22] an agent of the platform takes and gives back without being asked, and hears through the bot', async () => {
  const take: Input = { kind: 'take', name: 'Kim', on: bot }
  expect(await world.accept(id, take)).toMatchObject({ kind: 'taken' })
  expect(await phase()).toBe('agent')
  await world.accept(id, take)
  await world.accept(id, say('hello'))
  expect(owedTo()).toEqual([[bot, 'message', 3]])
  await world.accept(id, { kind: 'handback', on: bot, metadata: {} })
  expect(await phase()).toBe('bot')
  expect(owedTo()).toHaveLength(1)
  expect((await log()).map(({ kind }) => kind)).toEqual(['opened', 'taken', 'message', 'handback'])
})

test('[C22] an agent of ours still waits for a handover, and takes the visitor from nobody', async () => {
  expect(await world.accept(id, { kind: 'take', name: 'Ann' })).toMatchObject({ refusal: 'notHandedOver' })
  await world.accept(id, { kind: 'take', name: 'Kim', on: bot })
  expect(await world.accept(id, { kind: 'take', name: 'Ann' })).toMatchObject({ refusal: 'taken' })
})

test('[C23] agents and notices of the platform are shown as theirs, and end no handover', async () => {
  await world.accept(id, { kind: 'handover', ids: ['h'], metadata: {} })
  world.clock.move(60_000)
  await world.accept(id, received('Kim here', 'agent'))
  await world.accept(id, received('You are second in line', 'system'))
  expect(await phase()).toBe('waiting')
  const lines = (await log()).slice(-2).map(shown)
  expect(lines).toMatchObject([{ by: 'agent', name: 'Kim' }, { by: 'system' }])
})

test('[C24] what nobody heard is marked once', async () => {
  await world.accept(id, say('hello'))
  const lost: Input = { kind: 'undelivered', of: 2, to: bot }
  const first = await world.accept(id, lost)
  expect(await world.accept(id, lost)).toEqual({ ...first, kind: 'repeated' })
  expect((await log()).map(shown).at(-1)).toMatchObject({ kind: 'undelivered', of: 2 })
  expect(owedTo()).toEqual([[bot, 'message', 2]])
})

test('[C25] a visitor of a channel opens one conversation, and after a close another', async () => {
  await world.close()
  world = createWorld({ channel })
  const hear = createHear({ ...world, log: quietLog })
  const begin = async (text: string) => {
    const outcome = await hear(channel, { address: 'thread-1', input: say(text), opens: true })
    if (outcome.kind !== 'taken') throw new Error(outcome.kind)
    return outcome.conversation
  }
  const [first, ...others] = await Promise.all(['one', 'two', 'three'].map(begin))
  if (!first) throw new Error('nothing was opened')
  expect(others).toEqual([first, first])
  expect((await log(first)).map(({ kind }) => kind)).toEqual(['opened', 'message', 'message', 'message'])
  await world.accept(first, { kind: 'close' })
  const second = await begin('four')
  expect(second).not.toBe(first)
  expect(await begin('five')).toBe(second)
})

test('[C26] a channel is owed what its visitor is to see, the handover and the close', async () => {
  await world.close()
  world = createWorld({ channel })
  const there = conversation('there')
  await world.accept(there, { kind: 'open', site: 'shop', address: 'thread-1' })
  await world.accept(there, say('hello'))
  await world.accept(there, received('Hi'))
  await world.accept(there, { kind: 'handover', ids: ['h'], metadata: {} })
  await world.accept(there, { kind: 'close' })
  expect(owedTo()).toEqual([
    [bot, 'opened', 1],
    [bot, 'message', 2],
    [bot, 'message', 3],
    [channel, 'message', 3],
    [channel, 'handover', 4],
    [channel, 'closed', 5]
  ])
  expect(world.owed.at(-1)?.address).toBe('thread-1')
})

test('[C27] a subscriber is owed what it asked for', async () => {
  await world.close()
  world = createWorld({ subscribers: ({ kind }) => (kind === 'message' ? ['topics/crm'] : []) })
  id = await world.open()
  await world.accept(id, say('hello'))
  await world.accept(id, { kind: 'close' })
  expect(owedTo()).toEqual([
    [bot, 'message', 2],
    ['topics/crm', 'message', 2]
  ])
})

test('[C28] what is refused is handed in as its other self', async () => {
  const hear = createHear({ ...world, log: quietLog })
  const press: Input = { kind: 'postback', id: 'client-press-0', of: 99, action: 0 }
  await hear(bot, { address: 'their-one', input: press, otherwise: say('Orders') })
  expect((await log()).at(-1)).toMatchObject({ kind: 'message', content: { text: 'Orders' } })
})
