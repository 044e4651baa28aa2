import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { bot } from '../testing/entries.ts'
import { createWorld, type World } from '../testing/world.ts'
import type { Input } from './input.ts'
import { newConversationId } from './new-id.ts'

const channel = 'channels/care'
const address = 'their-conversation'
let world: World
let id: ConversationId

beforeEach(async () => {
  world = createWorld({ channel })
  id = await open(1)
})
afterEach(() => world.close())

async function open(ms: number): Promise<ConversationId> {
  const fresh = newConversationId(ms)
  await world.accept(fresh, { kind: 'open', site: 'shop', address })
  world.owed.splice(0)
  return fresh
}
const say = (text: string, more: Partial<Extract<Input, { kind: 'said'; by: 'visitor' }>> = {}): Input => ({
  kind: 'said',
  by: 'visitor',
  id: `content-${text}`,
  text,
  via: channel,
  ...more
})
const handover: Input = { kind: 'handover', ids: ['event:h'], metadata: {} }
const take: Input = { kind: 'take', name: 'Ann', on: channel }
const handIn = (input: Input) => world.accept({ destination: channel, address }, input)
const kinds = async (of = id) => (await world.store.read(of, 1, 100)).map(({ kind }) => kind)
const owed = () => world.owed.splice(0).map(({ destination, entry }) => `${destination} ${entry.kind}`)

test('[N22] what a visitor said is taken once by its platform’s id, in whichever conversation and words', async () => {
  await handIn(say('hello'))
  expect(await handIn(say('hello', { text: '<p>hello</p>' }))).toMatchObject({ kind: 'repeated' })
  await handIn({ kind: 'close' })
  const next = await open(2)
  expect(await handIn(say('hello'))).toMatchObject({ kind: 'repeated', conversation: id })
  expect(await kinds(next)).toEqual([])
})

test('[N23] when the platform has the bot answer again, its agent is gone, and the bot hears what was said', async () => {
  await handIn(handover)
  await handIn(take)
  world.clock.move(1_000)
  owed()
  const back = say('are you there', { botAt: world.clock.now() })
  expect(await handIn(back)).toMatchObject({ kind: 'taken' })
  expect(await kinds()).toEqual(['handover', 'taken', 'handback', 'message'])
  expect(owed()).toEqual([`${bot} handback`, `${bot} message`])
  expect(await handIn(back)).toMatchObject({ kind: 'repeated' })
  expect(await world.accept(id, say('are you there', { via: 'channels/other' }))).toMatchObject({
    kind: 'repeated'
  })
})

test('[N23] what the platform told of an earlier time sends no agent away', async () => {
  await handIn(handover)
  await handIn(say('hurry', { botAt: world.clock.now() + 5_000 }))
  world.clock.move(1_000)
  await handIn(take)
  await handIn(say('thanks', { botAt: world.clock.now() }))
  expect(await kinds()).toEqual(['handover', 'message', 'taken', 'message'])
})

test('[N23] an agent who is not on the channel’s platform stays', async () => {
  await handIn(handover)
  await handIn({ kind: 'take', name: 'Ann' })
  await handIn(say('thanks', { botAt: world.clock.now() + 5_000 }))
  expect(await kinds()).toEqual(['handover', 'taken', 'message'])
})

test('[N23] an agent who came unasked stays: it was never the platform that had the bot answer', async () => {
  await handIn(take)
  await handIn(say('thanks', { botAt: world.clock.now() + 5_000 }))
  expect(await kinds()).toEqual(['taken', 'message'])
})

test('[N24] a handback of an earlier time is refused; of a later one, it is taken', async () => {
  await handIn(take)
  const back = (at: number): Input => ({ kind: 'handback', metadata: {}, on: channel, at })
  expect(await handIn(back(world.clock.now()))).toEqual({ kind: 'refused', refusal: 'taken' })
  expect(await handIn(back(world.clock.now() + 1))).toMatchObject({ kind: 'taken' })
})

test('[N25] a handback is owed to the channel, unless its platform has said so itself', async () => {
  await handIn(handover)
  await handIn(take)
  owed()
  await handIn({ kind: 'handback', metadata: {} })
  expect(owed()).toEqual([`${bot} handback`, `${channel} handback`])
  await handIn({ ...handover, ids: ['event:h2'] })
  await handIn(take)
  owed()
  await handIn({ kind: 'handback', metadata: {}, on: channel })
  expect(owed()).toEqual([`${bot} handback`])
})

test('[N27] a bot that had not asked for an agent is told of no handback', async () => {
  await handIn(take)
  owed()
  await handIn({ kind: 'handback', metadata: {} })
  expect(owed()).toEqual([`${channel} handback`])
  await handIn(say('and now'))
  expect(owed()).toEqual([`${bot} message`])
})

test('[N26] a click says what it showed, or it is not that action', async () => {
  const actions = [{ kind: 'reply', label: 'Orders' } as const]
  await world.accept(id, {
    kind: 'received',
    via: bot,
    ids: ['event:1'],
    content: { kind: 'text', text: 'Which?', actions },
    payloads: ['orders'],
    raw: null
  })
  const click = (label: string): Input => ({
    kind: 'postback',
    id: `click-${label}`,
    of: 2,
    action: 0,
    via: channel,
    label
  })
  expect(await handIn(click('Returns'))).toEqual({ kind: 'refused', refusal: 'noAction' })
  expect(await handIn(click('Orders'))).toMatchObject({ kind: 'taken' })
  expect(await handIn(click('Orders'))).toMatchObject({ kind: 'repeated' })
})
