import { afterEach, expect, test } from 'vitest'
import { until } from '../../../testing/until.ts'
import type { OpenChannel } from '../../channel.ts'
import {
  ann,
  begun,
  chatWith,
  createWorld,
  eventAt,
  ids,
  inThread,
  ourBot,
  visitor,
  type World
} from '../world.contract.ts'

let world: World
afterEach(() => world.close())

const idle = { idle: { minutes: 2, text: 'Ann will be with you.' } }
const watcher = { ...ourBot, visibility: 'agents' }
const all = [visitor, ourBot, ann]

const says = (seconds: number, more: object = {}): void =>
  world.hook('incoming_event', inThread({ event: eventAt(seconds, more) }))
const annComes = () => world.hook('user_added_to_chat', inThread({ user: ann }))

/** Tags whose suggestions tell that all before them has had its turn: rules speak one after the other. */
const canaries = Object.fromEntries([1, 2, 3, 4, 5, 6].map(n => [`canary${n}`, { suggest: [`canary ${n}`] }]))
let flown = 0

async function open(rules: { idle?: object; tagged?: object; rated?: object }): Promise<void> {
  flown = 0
  world = await createWorld({ rules: { ...rules, tagged: { ...rules.tagged, ...canaries } } })
}

const spoken = () => world.asked('send_event').map(({ body }) => JSON.parse(JSON.stringify(body)).event)
const isCanary = ({ text }: { text: string }) => text.startsWith('canary')

async function settled(): Promise<void> {
  flown += 1
  tag(`canary${flown}`)
  await until(() => spoken().some(({ text }) => text === `canary ${flown}`))
}

/** What was said beside the conversation, once every rule has had its say. */
async function remarks(): Promise<{ text: string; custom_id: string }[]> {
  await settled()
  return spoken().filter(one => !isCanary(one))
}

const silent = async (): Promise<void> => expect(await remarks()).toEqual([])

test('[Y28] an agent is silent for so long: the visitor is told, once for each wait', async () => {
  await open(idle)
  world.answers('get_chat', chatWith({}, all))
  annComes()
  says(1)
  world.clock.move(60_000)
  says(60)
  world.clock.move(60_999)
  await silent()
  world.clock.move(1)
  expect(await remarks()).toEqual([
    {
      type: 'message',
      text: 'Ann will be with you.',
      visibility: 'all',
      custom_id: `fb.idle.${ids.thread}.${ids.thread}_1`
    }
  ])
  world.clock.move(600_000)
  says(800)
  expect(await remarks()).toHaveLength(1)
  says(810, { author_id: ann.id })
  says(820)
  world.clock.move(600_000)
  expect(await remarks()).toHaveLength(2)
})

test.each<[string, (() => void)[]]>([
  ['no agent is there', [() => says(1)]],
  ['the agent has answered', [annComes, () => says(1), () => says(2, { author_id: ann.id })]],
  [
    'the agent has gone',
    [annComes, () => says(1), () => world.hook('user_removed_from_chat', inThread({ user_id: ann.id }))]
  ],
  ['the chat is over', [annComes, () => says(1), () => world.hook('chat_deactivated', inThread())]]
])('[Y28] nobody is silent when %s', async (_, acts) => {
  await open(idle)
  world.answers('get_chat', chatWith({}, all))
  for (const act of acts) act()
  world.clock.move(600_000)
  await silent()
})

test.each([
  ['the bot’s words', { author_id: ids.bot }],
  ['words among agents', { author_id: ann.id, visibility: 'agents' }]
])('[Y28] %s are no answer to the visitor', async (_, answer) => {
  await open(idle)
  world.answers('get_chat', chatWith({}, all))
  annComes()
  says(1)
  says(2, answer)
  world.clock.move(600_000)
  expect(await remarks()).toHaveLength(1)
})

test('[Y28] the time runs from when the agent came', async () => {
  await open(idle)
  world.answers('get_chat', chatWith({}, all))
  says(1)
  world.clock.move(300_000)
  annComes()
  world.clock.move(119_999)
  await silent()
  world.clock.move(1)
  expect(await remarks()).toHaveLength(1)
})

const tagged = {
  tagged: {
    refund: { suggest: ['Offer the money back.', 'Ask for the order.'], words: ['Money', 'refund'] },
    vip: { suggest: ['Be quick.'] }
  }
}
const tag = (name: string) => world.hook('thread_tagged', inThread({ tag: name }))
const texts = async () => (await remarks()).map(({ text }) => text)

test('[Y29] a tag brings agents its suggestions, and no visitor; an unknown one brings nothing', async () => {
  await open(tagged)
  world.answers('get_chat', chatWith({}, [visitor, watcher, ann]))
  tag('other')
  tag('__proto__')
  tag('refund')
  tag('refund')
  const said = await remarks()
  expect(said).toMatchObject([
    { visibility: 'agents', text: 'Offer the money back.' },
    { visibility: 'agents', text: 'Ask for the order.' }
  ])
  expect(said).toHaveLength(2)
})

test('[Y29] they come again when the visitor then says one of the words', async () => {
  await open(tagged)
  world.answers('get_chat', chatWith({}, [visitor, watcher, ann]))
  says(1, { text: 'refund' })
  tag('refund')
  says(2, { text: 'something else' })
  expect(await texts()).toHaveLength(2)
  says(3, { text: 'where is my MONEY' })
  expect(await texts()).toHaveLength(4)
})

test('[Y29] without words they come again at the next thing said, and not after', async () => {
  await open(tagged)
  world.answers('get_chat', chatWith({}, [visitor, watcher, ann]))
  tag('vip')
  says(1)
  says(2)
  expect(await texts()).toEqual(['Be quick.', 'Be quick.'])
})

const rated = { rated: { good: 'Ask for a review.', bad: 'Ask what was wrong.' } }
const notice = (score: string) =>
  says(9, {
    type: 'system_message',
    author_id: undefined,
    system_message_type: 'rating.chat_rated',
    text_vars: { score }
  })
const number = (score: number) =>
  world.hook('thread_properties_updated', inThread({ properties: { rating: { score } } }))

test.each([
  ['good', 1, 'Ask for a review.'],
  ['BAD', 0, 'Ask what was wrong.'],
  ['0', 0, 'Ask what was wrong.']
])('[Y30] a rating %s brings the agent a suggestion, once of its two forms', async (word, score, text) => {
  await open(rated)
  world.answers('get_chat', chatWith({}, [visitor, watcher, ann]))
  notice(word)
  number(score)
  expect(await remarks()).toMatchObject([{ visibility: 'agents', text }])
  expect(await remarks()).toHaveLength(1)
})

test('[Y30] other properties and unknown scores bring nothing', async () => {
  await open(rated)
  world.answers('get_chat', chatWith({}, all))
  notice('so-so')
  number(7)
  world.hook('thread_properties_updated', inThread({ properties: { routing: { idle: true } } }))
  await silent()
})

test('[Y31] a rule that is not switched on does nothing', async () => {
  await open({})
  world.answers('get_chat', chatWith({}, all))
  annComes()
  says(1)
  tag('refund')
  number(1)
  world.clock.move(600_000)
  await silent()
})

test('[Y31] the chat is looked at first: nothing is said in one that is over, and what is there is not said again', async () => {
  await open({ ...rated, ...tagged })
  world.answers('get_chat', chatWith({ active: false }, all))
  number(1)
  await until(() => world.logged.length === 1)
  const there = eventAt(3, { author_id: ids.bot, custom_id: `fb.rated.${ids.thread}.bad` })
  world.answers('get_chat', chatWith({ events: [there] }, all))
  number(0)
  await until(() => world.asked('get_chat').length === 2)
  await silent()
})

test('[Y31] a bot that is not there joins unseen, where there is an agent to see it', async () => {
  await open(rated)
  world.answers('get_chat', chatWith({}, [visitor]), chatWith({}, [visitor, ann]))
  number(1)
  await until(() => world.logged.length === 1)
  number(0)
  await until(() => spoken().length === 1)
  expect(world.asked('add_user_to_chat').map(({ body }) => body)).toMatchObject([{ visibility: 'agents' }])
})

test('[Y31] a bot that takes no chats says nothing', async () => {
  await open(rated)
  world.answers('get_chat', chatWith({}, all))
  world.hook('routing_status_set', { agent_id: ids.bot, status: 'not accepting chats' })
  number(1)
  world.hook('routing_status_set', { agent_id: ids.bot, status: 'accepting chats' })
  await silent()
})

test('[Y31] what could not be said is tried again, a few times', async () => {
  await open(rated)
  world.answers('get_chat', chatWith({}, all))
  world.answers('send_event', 'internal', 'internal', { event_id: 'x' })
  number(1)
  await until(() => spoken().length === 1)
  await until(() => world.clock.move(1) === undefined && spoken().length === 3)
  world.clock.move(600_000)
  expect(await remarks()).toHaveLength(3)
  expect(world.clock.now()).toBeGreaterThan(begun + 15_000)
})

/** The chat as LiveChat still has it when the relay comes back. */
function listed(thread: object): void {
  const last = { id: ids.thread, active: true }
  world.answers('list_chats', { chats_summary: [{ id: ids.chat, last_thread_summary: last }] })
  world.answers('get_chat', chatWith(thread, all))
}
const look = (channel: OpenChannel = world.channel) => channel.catchUp?.look()

test('[Y31] after a restart a wait goes on where it stood', async () => {
  await open(idle)
  listed({ events: [eventAt(1), eventAt(2, { author_id: ids.bot })] })
  world.clock.move(61_000)
  await look()
  world.clock.move(59_999)
  await silent()
  world.clock.move(1)
  expect(await remarks()).toHaveLength(1)
  expect(world.clock.now()).toBe(begun + 121_000)
})

test('[Y31] after a restart nothing is said again that was said before', async () => {
  await open({ ...idle, ...tagged, ...rated })
  const ours = (seconds: number, custom_id: string) =>
    eventAt(seconds, { author_id: ids.bot, visibility: 'agents', custom_id })
  tag('vip')
  says(5)
  listed({ events: [eventAt(1)], tags: ['vip'] })
  const [first, second] = (await remarks()).map(({ custom_id }) => custom_id)
  const events = [
    eventAt(1),
    ours(2, first ?? ''),
    eventAt(5),
    ours(6, second ?? ''),
    ours(7, `fb.idle.${ids.thread}.${ids.thread}_1`)
  ]
  listed({
    events: [...events, ours(8, `fb.rated.${ids.thread}.good`)],
    tags: ['vip'],
    properties: { rating: { score: 1 } }
  })
  await look(world.again())
  world.clock.move(600_000)
  expect(await remarks()).toHaveLength(2)
})
