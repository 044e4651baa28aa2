import { afterEach, expect, test } from 'vitest'
import {
  address,
  ann,
  begun,
  chatWith,
  createWorld,
  eventAt,
  ids,
  ourBot,
  visitor,
  type World
} from './world.contract.ts'

let world: World
afterEach(() => world.close())

const look = () => world.channel.catchUp?.look()
const summary = (more: object = {}) => ({
  id: ids.chat,
  last_thread_summary: { id: ids.thread, active: true, created_at: new Date(begun).toISOString(), ...more }
})
const lists = (...all: object[]) =>
  world.answers('list_chats', { chats_summary: all, found_chats: all.length })

test('[Y26] what was said in active chats is read again, under the ids of its webhooks', async () => {
  world = await createWorld()
  lists(summary())
  world.answers('get_chat', chatWith({ events: [eventAt(1), eventAt(2, { author_id: ids.bot })] }))
  expect(await look()).toMatchObject([
    { address, opens: 'once', input: { kind: 'said', id: `${ids.thread}_1`, text: 'words 1' } }
  ])
  expect(world.asked('get_chat')[0]?.body).toEqual({ chat_id: ids.chat, thread_id: ids.thread })
})

test('[Y26] of a chat that an agent has, the conversation learns who has it, and none is opened', async () => {
  world = await createWorld()
  lists(summary())
  world.answers(
    'get_chat',
    chatWith({ events: [eventAt(1)] }, [visitor, ann, { ...ourBot, visibility: 'agents' }])
  )
  const heard = (await look()) ?? []
  expect(heard.map(({ input }) => input.kind)).toEqual(['said', 'take'])
  expect(heard.some(one => 'opens' in one)).toBe(false)
  world.answers('get_chat', chatWith({ events: [eventAt(1)] }, [visitor, ann]))
  expect(await look()).toEqual([])
})

test('[Y26] a thread that has ended closes its conversation, if it was the bot’s', async () => {
  world = await createWorld()
  lists(summary({ active: false }))
  world.answers(
    'get_chat',
    chatWith({ active: false, events: [eventAt(1)] }, [visitor, { ...ourBot, present: false }])
  )
  const heard = (await look()) ?? []
  expect(heard.map(({ input }) => input.kind)).toEqual(['said', 'close'])
  expect(heard.some(one => 'opens' in one)).toBe(false)
  world.answers('get_chat', chatWith({ active: false, events: [eventAt(1)] }, [visitor, ann]))
  expect(await look()).toEqual([])
})

test('[Y26] it is looked back so far at the start, and then as far as the look before', async () => {
  world = await createWorld({ lookBackHours: 1, catchUpSeconds: 60 })
  const ended = (ms: number) => ({ active: false, created_at: new Date(begun - ms).toISOString() })
  lists(summary(ended(3_599_000)), { ...summary(ended(3_601_000)), id: 'OLD' })
  await look()
  expect(world.asked('get_chat')).toHaveLength(1)
  await look()
  expect(world.asked('get_chat')).toHaveLength(1)
})

test('[Y26] pages are read for as long as there is something worth reading', async () => {
  world = await createWorld()
  const page = (next: string, chat: object) => ({ chats_summary: [chat], next_page_id: next })
  const old = summary({ active: false, created_at: '2020-01-01T00:00:00Z' })
  world.answers('list_chats', page('p2', summary()), page('p3', old))
  await look()
  expect(world.asked('list_chats').map(({ body }) => body)).toEqual([
    { limit: 100, sort_order: 'desc' },
    { page_id: 'p2' }
  ])
})

test('[Y26] 3.5 is told to list active chats too', async () => {
  world = await createWorld({ version: '3.5' })
  await look()
  expect(world.asked('list_chats')[0]?.body).toMatchObject({ filters: { include_active: true } })
})

test.each([
  ['list_chats', 'internal'],
  ['get_chat', 'too_many_requests']
])('[Y26] a look that %s breaks off is made again whole', async (action, type) => {
  world = await createWorld({ lookBackHours: 1 })
  lists(summary({ active: false }))
  world.answers(action, type)
  await expect(look()).rejects.toThrow(type)
  lists(summary({ active: false }))
  world.answers('get_chat', chatWith({ active: false }))
  expect(await look()).toHaveLength(1)
})

test('[Y26] a chat that may not be looked at keeps nobody else from being found', async () => {
  world = await createWorld()
  lists({ ...summary(), id: 'FOREIGN' }, summary())
  world.answers('get_chat', 'authorization', chatWith({ events: [eventAt(1)] }))
  expect(await look()).toHaveLength(1)
  expect(world.logged).toHaveLength(1)
})

test('[Y26] while the bot takes no chats none are begun, and they are found once it does', async () => {
  world = await createWorld()
  lists(summary())
  world.answers('get_chat', chatWith({ events: [eventAt(1)] }))
  await look()
  world.hook('routing_status_set', { agent_id: ids.bot, status: 'not accepting chats' })
  expect(await look()).toEqual([])
  world.hook('routing_status_set', { agent_id: ids.bot, status: 'accepting chats' })
  expect(await look()).toHaveLength(1)
})
