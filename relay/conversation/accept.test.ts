import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { bot, conversation } from '../testing/entries.ts'
import { createWorld, type World } from '../testing/world.ts'
import { createAccept } from './accept.ts'
import { createActivityHub } from './activity.ts'
import { shown } from './entry.ts'
import type { Input } from './input.ts'

let world: World
let id: ConversationId
beforeEach(async () => {
  world = createWorld()
  id = await world.open()
})
afterEach(() => world.close())

const say = (text: string, client = `client-${text}-000`): Input => ({
  kind: 'said',
  by: 'visitor',
  id: client,
  text
})
const answer = (text: string, n = text): Input => ({
  kind: 'received',
  via: bot,
  ids: [`event:${n}`, `message:${n}`],
  content: { kind: 'text', text },
  payloads: [],
  raw: { id: n, kept: true }
})
const buttons = (payloads: readonly ({ to: string } | null)[]): Input => ({
  kind: 'received',
  via: bot,
  ids: ['event:b', 'message:b'],
  content: {
    kind: 'text',
    text: 'Which?',
    actions: [
      { kind: 'reply', label: 'Orders' },
      { kind: 'postback', label: 'Returns' },
      { kind: 'link', label: 'Site', url: 'https://shop.example' }
    ]
  },
  payloads,
  raw: {}
})
const handover: Input = { kind: 'handover', ids: ['event:h'], metadata: { summary: 'secret' } }
const fromPlatform = { destination: bot, address: 'their-one' }
const log = async (of = id) => world.store.read(of, 0, 1_000)
const kinds = async () => (await log()).map(({ kind }) => kind)
const phase = async () => (await world.states.refresh(id)).state.phase
const owedSeqs = () => world.owed.map(({ entry }) => entry.seq)

test('[C1] opening writes the first entry and owes the bot its start; it happens once', async () => {
  const fresh = conversation('fresh')
  const open: Input = {
    kind: 'open',
    site: 'shop',
    visitor: 'v',
    locale: 'en-AU',
    page: { url: 'https://a.example/' }
  }
  expect(await world.accept(fresh, open)).toEqual({ kind: 'taken', conversation: fresh, seq: 1 })
  expect(await log(fresh)).toMatchObject([
    { seq: 1, kind: 'opened', bot, start: { restart: true }, locale: 'en-AU' }
  ])
  expect(world.owed).toMatchObject([{ destination: bot, conversation: fresh }])
  expect(await world.accept(fresh, open)).toEqual({ kind: 'refused', refusal: 'opened' })
})

test('[C1] a site that is not configured opens nothing', async () => {
  const nowhere = conversation('nowhere')
  const outcome = await world.accept(nowhere, { kind: 'open', site: 'none', visitor: 'v' })
  expect(outcome).toEqual({ kind: 'refused', refusal: 'unknown' })
  expect(await log(nowhere)).toEqual([])
})

test('[C2] a visitor’s text is owed to the bot while the conversation is with it, and to nobody else', async () => {
  await world.accept(id, say('hello'))
  expect(owedSeqs()).toEqual([2])
  await world.accept(fromPlatform, handover)
  await world.accept(id, say('anyone?'))
  await world.accept(id, { kind: 'take', name: 'Anna' })
  await world.accept(id, say('finally'))
  expect(owedSeqs()).toEqual([2])
  await world.accept(id, { kind: 'handback', name: 'Anna', metadata: {} })
  await world.accept(id, say('back?'))
  expect(owedSeqs()).toEqual([2, 7, 8])
})

test('[C3] a text that is too long, or said after the close, is refused and changes nothing', async () => {
  expect(await world.accept(id, say('x'.repeat(101), 'client-long'))).toEqual({
    kind: 'refused',
    refusal: 'tooLong'
  })
  await world.accept(id, { kind: 'close' })
  expect(await world.accept(id, say('late'))).toEqual({ kind: 'refused', refusal: 'closed' })
  expect(await kinds()).toEqual(['opened', 'closed'])
})

test('[C4] the same client id with the same content is answered as the first time', async () => {
  const first = await world.accept(id, say('hello'))
  await world.accept(id, say('more'))
  expect(await world.accept(id, say('hello'))).toEqual({ ...first, kind: 'repeated' })
  expect(await log()).toHaveLength(3)
  expect(owedSeqs()).toEqual([2, 3])
})

test('[C4] the same client id with other content is a conflict, never an overwrite', async () => {
  await world.accept(id, say('hello', 'client-same'))
  const conflict = { kind: 'refused', refusal: 'conflict' }
  expect(await world.accept(id, say('other', 'client-same'))).toEqual(conflict)
  expect(await world.accept(id, { kind: 'postback', id: 'client-same', of: 1, action: 0 })).toEqual(conflict)
  expect(await log()).toMatchObject([{ seq: 1 }, { content: { text: 'hello' } }])
})

test('[C5] a postback sends what our log has for that action, or its label when the platform gave nothing', async () => {
  await world.accept(fromPlatform, buttons([{ to: 'orders' }, null, null]))
  await world.accept(id, { kind: 'postback', id: 'client-press-1', of: 2, action: 0 })
  await world.accept(id, { kind: 'postback', id: 'client-press-2', of: 2, action: 1 })
  const [, , first, second] = await log()
  expect(first).toMatchObject({ kind: 'postback', label: 'Orders', payload: { to: 'orders' }, of: 2 })
  expect(second).toMatchObject({ kind: 'postback', label: 'Returns', payload: null })
  expect(owedSeqs()).toEqual([2, 3, 4])
})

test('[C5] a postback of what is not there, or cannot be pressed, is refused', async () => {
  await world.accept(fromPlatform, buttons([null, null, null]))
  const press = (of: number, action: number) =>
    world.accept(id, { kind: 'postback', id: `client-${of}-${action}-0`, of, action })
  for (const [of, action] of [
    [2, 2],
    [2, 3],
    [1, 0],
    [9, 0]
  ] as const) {
    expect(await press(of, action)).toEqual({ kind: 'refused', refusal: 'noAction' })
  }
  expect(await log()).toHaveLength(2)
})

test('[C6] the bot’s buttons are quiet while a person is asked for or there', async () => {
  await world.accept(fromPlatform, buttons([null, null, null]))
  await world.accept(fromPlatform, handover)
  const press: Input = { kind: 'postback', id: 'client-press', of: 2, action: 0 }
  expect(await world.accept(id, press)).toEqual({ kind: 'refused', refusal: 'quiet' })
  await world.accept(id, { kind: 'take', name: 'Anna' })
  expect(await world.accept(id, press)).toEqual({ kind: 'refused', refusal: 'quiet' })
})

test('[C7] a handover waits for an agent, with an alarm; a second one changes nothing', async () => {
  await world.accept(fromPlatform, handover)
  expect(await phase()).toBe('waiting')
  expect(owedSeqs()).toEqual([])
  expect(await world.store.alarms(world.clock.now() + 60_000, 10)).toMatchObject([
    { conversation: id, of: 2 }
  ])
  await world.accept(fromPlatform, { ...handover, ids: ['event:h2'] } as Input)
  expect(await kinds()).toEqual(['opened', 'handover'])
})

test('[C7] where nobody could come, a handover goes straight back to the bot', async () => {
  const lonely = createWorld({ agents: false })
  const alone = await lonely.open()
  await lonely.accept(fromPlatform, handover)
  expect(await lonely.store.read(alone, 1, 10)).toMatchObject([
    { kind: 'handover' },
    { kind: 'handback', why: 'nobody' }
  ])
  expect(lonely.owed).toMatchObject([{ destination: bot, entry: { kind: 'handback' } }])
  expect(await lonely.store.alarms(lonely.clock.now() + 1e9, 10)).toEqual([])
  await lonely.close()
})

test('[C8] of two agents who take, the first has it and the other is told', async () => {
  await world.accept(fromPlatform, handover)
  const takes = await Promise.all([
    world.accept(id, { kind: 'take', name: 'Anna' }),
    world.accept(id, { kind: 'take', name: 'Ben' })
  ])
  expect(takes.map(({ kind }) => kind)).toEqual(['taken', 'refused'])
  expect(await world.accept(id, { kind: 'take', name: 'Anna' })).toMatchObject({ kind: 'taken' })
  expect(await kinds()).toEqual(['opened', 'handover', 'taken'])
})

test('[A44] whom an agent had who is gone waits for another, until a deadline of its own; nobody else’s is asked for', async () => {
  const leaves: Input = { kind: 'leave', name: 'Anna' }
  await world.accept(fromPlatform, handover)
  await world.accept(id, leaves)
  await world.accept(id, { kind: 'take', name: 'Ben' })
  await world.accept(id, leaves)
  expect(await kinds()).toEqual(['opened', 'handover', 'taken'])
  await world.accept(id, { kind: 'leave', name: 'Ben' })
  await world.accept(id, { kind: 'leave', name: 'Ben' })
  expect(await kinds()).toEqual(['opened', 'handover', 'taken', 'handover'])
  expect(await world.accept(id, { kind: 'deadline', of: 2 })).toEqual({ kind: 'refused', refusal: 'tooLate' })
  expect(await world.accept(id, { kind: 'deadline', of: 4 })).toMatchObject({ kind: 'taken' })
  expect(owedSeqs()).toEqual([5])
  await world.accept(id, { kind: 'take', name: 'Ben', on: bot })
  await world.accept(id, { kind: 'leave', name: 'Ben' })
  expect(await phase()).toBe('agent')
})

test('[C8] there is nothing to take while the conversation is with the bot', async () => {
  expect(await world.accept(id, { kind: 'take', name: 'Anna' })).toEqual({
    kind: 'refused',
    refusal: 'notHandedOver'
  })
})

test('[C9] an agent who answers a waiting visitor has taken the handover; with the bot nobody may speak for it', async () => {
  const speak = (text: string): Input => ({
    kind: 'said',
    by: 'agent',
    id: `client-agent-${text}`,
    name: 'Anna',
    text
  })
  expect(await world.accept(id, speak('early'))).toEqual({ kind: 'refused', refusal: 'notHandedOver' })
  await world.accept(fromPlatform, handover)
  await world.accept(id, speak('hello'))
  await world.accept(id, speak('again'))
  const [, , ...rest] = await log()
  expect(rest).toMatchObject([
    { kind: 'taken', name: 'Anna' },
    { kind: 'message', by: 'agent', name: 'Anna' },
    { kind: 'message', by: 'agent' }
  ])
  expect(owedSeqs()).toEqual([])
})

test('[C9] an agent’s answer that took the handover is known when it comes again', async () => {
  await world.accept(id, handover)
  const first: Input = { kind: 'said', by: 'agent', id: 'agent-0001', name: 'Ann', text: 'Hello' }
  expect(await world.accept(id, first)).toMatchObject({ kind: 'taken' })
  expect(await world.accept(id, first)).toMatchObject({ kind: 'repeated' })
  expect(await kinds()).toEqual(['opened', 'handover', 'taken', 'message'])
})

const withFile: Input = {
  kind: 'said',
  by: 'agent',
  id: 'agent-0001',
  name: 'Ann',
  text: '',
  file: { id: 'file-1', content: { kind: 'image', url: 'https://shop.example/1.png' } }
}

test('[C9] an agent’s file that took the handover is known when it comes again, by then and after the close', async () => {
  await world.accept(fromPlatform, handover)
  expect(await world.accept(id, withFile)).toMatchObject({ kind: 'taken' })
  expect(await world.accept(id, withFile)).toMatchObject({ kind: 'repeated', seq: 4 })
  await world.accept(id, { kind: 'close' })
  expect(await world.accept(id, withFile)).toMatchObject({ kind: 'repeated', seq: 4 })
  expect(await kinds()).toEqual(['opened', 'handover', 'taken', 'message', 'closed'])
})

test('[C9] so is a file that an older relay kept under the taking before it', async () => {
  const content = { kind: 'image', url: 'https://shop.example/1.png' } as const
  await world.store.append({
    conversation: id,
    expected: 1,
    entries: [
      { seq: 2, at: 2, kind: 'taken', name: 'Ann' },
      { seq: 3, at: 2, kind: 'message', by: 'agent', id: 'agent-0001', name: 'Ann', content }
    ],
    clientId: 'agent-0001',
    received: { from: 'files', ids: ['file-1'], seq: 2 },
    owed: [],
    phase: 'agent'
  })
  expect(await world.accept(id, withFile)).toMatchObject({ kind: 'repeated', seq: 3 })
  const other: Input = { kind: 'said', by: 'agent', id: 'agent-0002', name: 'Ann', text: '' }
  const caption = { ...withFile, ...other, text: 'another caption' } as Input
  expect(await world.accept(id, caption)).toEqual({ kind: 'refused', refusal: 'conflict' })
})

test('[C10] an agent’s handback is owed to the bot with its metadata', async () => {
  await world.accept(fromPlatform, handover)
  await world.accept(id, { kind: 'handback', name: 'Anna', metadata: { resolved: true } })
  expect(world.owed).toMatchObject([
    { entry: { kind: 'handback', why: 'agent', metadata: { resolved: true } } }
  ])
  expect(await world.accept(id, { kind: 'handback', name: 'Anna', metadata: {} })).toEqual({
    kind: 'refused',
    refusal: 'notHandedOver'
  })
})

test('[C10] that its platform’s bot has it changes nothing while it does, however often it is said', async () => {
  const back = { kind: 'handback', metadata: {}, on: bot } as const
  expect(await world.accept(id, back)).toMatchObject({ kind: 'taken' })
  expect(await log()).toHaveLength(1)
  await world.accept(id, { kind: 'take', name: 'Agent', on: bot })
  await world.accept(id, back)
  await world.accept(id, back)
  expect((await log()).map(({ kind }) => kind)).toEqual(['opened', 'taken', 'handback'])
})

test('[C11] a deadline hands back the handover it was set for, and no other', async () => {
  await world.accept(fromPlatform, handover)
  await world.accept(id, { kind: 'handback', name: 'Anna', metadata: {} })
  await world.accept(fromPlatform, { ...handover, ids: ['event:second'] } as Input)
  expect(await world.accept(id, { kind: 'deadline', of: 2 })).toEqual({ kind: 'refused', refusal: 'tooLate' })
  expect(await world.accept(id, { kind: 'deadline', of: 4 })).toMatchObject({ kind: 'taken' })
  expect((await log()).at(-1)).toMatchObject({ kind: 'handback', why: 'late' })
})

test('[C11] a deadline is heeded while its site is away from the configuration', async () => {
  await world.accept(fromPlatform, handover)
  const accept = createAccept({
    ...world,
    sites: new Map(),
    activity: createActivityHub(),
    somebody: () => true
  })
  expect(await accept(id, { kind: 'close' })).toEqual({ kind: 'refused', refusal: 'unknown' })
  expect(await accept(id, { kind: 'deadline', of: 2 })).toMatchObject({ kind: 'taken' })
  expect((await log()).at(-1)).toMatchObject({ kind: 'handback', why: 'late' })
  expect(world.owed.at(-1)).toMatchObject({ entry: { kind: 'handback' }, destination: bot })
})

test('[C11] a deadline means nothing once somebody has taken it', async () => {
  await world.accept(fromPlatform, handover)
  await world.accept(id, { kind: 'take', name: 'Anna' })
  expect(await world.accept(id, { kind: 'deadline', of: 2 })).toEqual({ kind: 'refused', refusal: 'tooLate' })
})

test('[C12] a bot may finish its sentence after a handover; if it speaks later, it has taken over again', async () => {
  await world.accept(fromPlatform, handover)
  world.clock.move(10_000)
  await world.accept(fromPlatform, answer('one moment'))
  expect(await phase()).toBe('waiting')
  world.clock.move(1)
  await world.accept(fromPlatform, answer('I am back'))
  expect(await phase()).toBe('bot')
  expect(await kinds()).toEqual(['opened', 'handover', 'message', 'handback', 'message'])
  expect(world.owed.map(({ entry }) => entry.kind)).toEqual(['message', 'message'])
})

test('[C12] what the platform sent before its handover or just after it changes nothing, however late it comes', async () => {
  await world.accept(fromPlatform, { ...handover, sentAt: 5_000 } as Input)
  await world.accept(id, { kind: 'take', name: 'Anna' })
  world.clock.move(60_000)
  for (const sentAt of [4_000, 15_000]) {
    await world.accept(fromPlatform, { ...answer(`sent at ${sentAt}`), sentAt } as Input)
    expect(await phase()).toBe('agent')
  }
  await world.accept(id, { kind: 'leave', name: 'Anna' })
  world.clock.move(11_000)
  await world.accept(fromPlatform, { ...answer('sent before, and last'), sentAt: 4_000 } as Input)
  expect(await phase()).toBe('waiting')
  await world.accept(fromPlatform, { ...answer('I am back'), sentAt: 15_001 } as Input)
  expect(await phase()).toBe('bot')
})

test('[C13] closing is final, and closing again changes nothing', async () => {
  await world.accept(id, { kind: 'close' })
  expect(await world.accept(id, { kind: 'close' })).toMatchObject({ kind: 'taken' })
  for (const input of [handover, answer('x'), say('x', 'client-xxxx')]) {
    expect(await world.accept(id, input)).toEqual({ kind: 'refused', refusal: 'closed' })
  }
  expect(await kinds()).toEqual(['opened', 'closed'])
})

test('[C14] a repeat is answered as the first time, even when it would be refused by now', async () => {
  await world.accept(fromPlatform, buttons([null, null, null]))
  const press: Input = { kind: 'postback', id: 'client-press', of: 2, action: 0 }
  await world.accept(id, press)
  await world.accept(id, say('hello'))
  await world.accept(fromPlatform, handover)
  expect(await world.accept(id, press)).toMatchObject({ kind: 'repeated', seq: 3 })
  await world.accept(id, { kind: 'close' })
  expect(await world.accept(id, say('hello'))).toMatchObject({ kind: 'repeated', seq: 4 })
})

test('[C15] what a visitor is shown has no payload, no raw message and no metadata in it', async () => {
  await world.accept(fromPlatform, buttons([{ to: 'secret' }, null, null]))
  await world.accept(id, { kind: 'postback', id: 'client-press', of: 2, action: 0 })
  await world.accept(fromPlatform, handover)
  await world.accept(id, { kind: 'handback', name: 'Anna', metadata: { note: 'secret' } })
  const view = JSON.stringify((await log()).map(shown))
  expect(view).not.toMatch(/secret|payload|raw|metadata|restart/)
  expect(view).toContain('Orders')
})

test('[C16] a platform’s message is owed its acknowledgement, with the message as it came', async () => {
  await world.accept(fromPlatform, answer('hi'))
  expect(world.owed).toMatchObject([
    { destination: bot, address: 'their-one', entry: { raw: { id: 'hi', kept: true } } }
  ])
})

test('[C16] a platform’s repeat is acknowledged again and shown once', async () => {
  const first = await world.accept(fromPlatform, answer('hi'))
  const [delivery] = world.owed
  if (delivery) await world.store.settle(delivery, { kind: 'done' })
  expect(await world.accept(fromPlatform, answer('hi'))).toEqual({ ...first, kind: 'repeated' })
  expect(owedSeqs()).toEqual([2, 2])
  expect(await log()).toHaveLength(2)
})

/** The bot speaks long after its handover; its acknowledgement is sent. */
async function takenOver(): Promise<void> {
  await world.accept(fromPlatform, handover)
  world.clock.move(10_001)
  await world.accept(fromPlatform, answer('I am back'))
  const [delivery] = world.owed.splice(0)
  if (delivery) await world.store.settle(delivery, { kind: 'done' })
}

test('[C16] a repeat of the message by which the bot took over again is acknowledged, the message itself', async () => {
  await takenOver()
  expect(await world.accept(fromPlatform, answer('I am back'))).toMatchObject({ kind: 'repeated', seq: 4 })
  expect(world.owed).toMatchObject([
    { destination: bot, entry: { kind: 'message', raw: { id: 'I am back' } } }
  ])
  expect(await kinds()).toEqual(['opened', 'handover', 'handback', 'message'])
})

test('[C16] so is the repeat of one that an older relay kept under the handback before it', async () => {
  const raw = { id: 'old', kept: true }
  const content = { kind: 'text', text: 'old' } as const
  await world.store.append({
    conversation: id,
    expected: 1,
    entries: [
      { seq: 2, at: 2, kind: 'handback', why: 'bot', metadata: {} },
      { seq: 3, at: 2, kind: 'message', by: 'bot', via: bot, content, payloads: [], raw }
    ],
    received: { from: bot, ids: ['event:old', 'message:old'], seq: 2 },
    owed: [],
    phase: 'bot'
  })
  expect(await world.accept(fromPlatform, answer('old'))).toMatchObject({ kind: 'repeated', seq: 3 })
  expect(world.owed).toMatchObject([{ destination: bot, entry: { kind: 'message', raw } }])
})

test('[C16] a message for a conversation that nobody knows is refused', async () => {
  const outcome = await world.accept({ destination: bot, address: 'never heard of' }, answer('hi'))
  expect(outcome).toEqual({ kind: 'refused', refusal: 'unknown' })
})

test('[C18] typing and reading leave no entry; reading moves the cursor, not past the log', async () => {
  await world.accept(id, { kind: 'typing', by: 'visitor', state: 'start' })
  await world.accept(id, { kind: 'seen', seq: 99 })
  expect(await log()).toHaveLength(1)
  expect(await world.store.seen(id)).toBe(1)
  expect(world.told).toEqual([
    { kind: 'typing', by: 'visitor', state: 'start' },
    { kind: 'seen', seq: 1 }
  ])
})

test('[C20] inputs that come at once all find their place', async () => {
  const texts = Array.from({ length: 30 }, (_, i) => `t${i}`)
  const outcomes = await Promise.all(texts.map(text => world.accept(id, say(text))))
  expect(new Set(outcomes.map(outcome => (outcome.kind === 'taken' ? outcome.seq : 0))).size).toBe(30)
  expect((await log()).map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
})

test('[C29] who lost a race for a place goes before those who come after it', async () => {
  const comers: Promise<unknown>[] = []
  let count = 0
  // One more for each that is stored: the newest is always the quickest, for it has nothing to read again.
  const come = () => {
    count += 1
    if (count <= 40) comers.push(world.accept(id, say(`later${count}`)))
  }
  const stop = world.store.watch({ appended: come })
  const first = ['one', 'two', 'three', 'four']
  await Promise.all(first.map(text => world.accept(id, say(text))))
  while (comers.length > 0) await comers.shift()
  stop()
  const texts = (await log()).flatMap(entry => (entry.kind === 'message' ? (entry.content.text ?? []) : []))
  expect(texts).toHaveLength(44)
  expect(texts.slice(0, 6)).toEqual(expect.arrayContaining(first))
})

test('[C21] what cannot be stored is told so and changes nothing', async () => {
  const failing = createWorld()
  await failing.open()
  await failing.store.close()
  await expect(failing.accept(id, say('hello'))).resolves.toMatchObject({ kind: 'failed' })
})
