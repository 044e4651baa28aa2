import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Accept } from '../conversation/accept.ts'
import type { Input } from '../conversation/input.ts'
import { noCrash } from '../lib/crash.ts'
import { quietLog } from '../lib/log.ts'
import { bot } from '../testing/entries.ts'
import { createWorld, type World } from '../testing/world.ts'
import { startAlarm } from './alarm.ts'
import { defaultBackoff, nextWaitMs, waitMs } from './backoff.ts'
import type { Call, Destination, Receipt } from './destination.ts'
import { Dispatcher } from './dispatcher.ts'

/** A destination that answers as it is told, and says `taken` when it was told nothing. */
class Scripted implements Destination {
  readonly concurrency = 2
  readonly calls: Call[] = []
  readonly script: (Receipt | Promise<Receipt>)[] = []
  under = 0
  most = 0

  async send(call: Call): Promise<Receipt> {
    this.calls.push(call)
    this.under += 1
    this.most = Math.max(this.most, this.under)
    const receipt = await (this.script.shift() ?? { kind: 'taken' })
    this.under -= 1
    return receipt
  }

  /** What was called, in words: seqs of entries, or the activity. */
  get heard(): (number | string)[] {
    return this.calls.map(call => {
      if (call.kind === 'entry') return call.entry.seq
      return call.kind === 'activity' ? call.activity : call.kind
    })
  }
}

let world: World
let id: ConversationId
let destination: Scripted
let dispatcher: Dispatcher
let died: string[]

beforeEach(async () => {
  world = createWorld()
  id = await world.open()
  destination = new Scripted()
  died = []
  dispatcher = createOutbox(new Map([[bot, destination]]))
})
afterEach(async () => {
  await dispatcher.stop(1)
  await world.close()
})

function createOutbox(
  destinations: ReadonlyMap<string, Destination>,
  handful = 1_000,
  handIn: Accept = world.accept
): Dispatcher {
  const { store, clock } = world
  return new Dispatcher({
    store,
    clock,
    destinations,
    handful,
    handIn,
    log: quietLog,
    crash: noCrash,
    random: () => 1,
    leaseMs: 30_000,
    backoff: { firstMs: 100, factor: 4, capMs: 1_000, giveUpMs: 5_000 },
    meter: { called() {}, attempted() {}, died: where => died.push(where) }
  })
}

const say = (text: string): Input => ({ kind: 'said', by: 'visitor', id: `client-${text}-000`, text })
/** Lets everything that can happen without time passing happen. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise(setImmediate)
}
async function later(ms: number): Promise<void> {
  world.clock.move(ms)
  await calm()
}

/** The next call is under way until its answer is given. */
function held(): (receipt: Receipt) => void {
  let finish: (receipt: Receipt) => void = () => undefined
  destination.script.push(
    new Promise(resolve => {
      finish = resolve
    })
  )
  return finish
}

test('[O1] a lane makes one call at a time, in the order of the log', async () => {
  const finish = held()
  for (const text of ['a', 'b', 'c']) await world.accept(id, say(text))
  await calm()
  expect(destination.heard).toEqual([2])
  finish({ kind: 'taken' })
  await calm()
  expect(destination.heard).toEqual([2, 3, 4])
  expect(destination.most).toBe(1)
})

test('[O2] lanes are parallel, up to what the destination takes at once', async () => {
  await dispatcher.stop(1)
  const others = [id, await world.open('two'), await world.open('three')]
  dispatcher = createOutbox(new Map([[bot, destination]]))
  let finish: (receipt: Receipt) => void = () => undefined
  const held = new Promise<Receipt>(resolve => {
    finish = resolve
  })
  destination.script.push(held, held, held)
  for (const other of others) await world.accept(other, say('hi'))
  await calm()
  expect(destination.under).toBe(2)
  finish({ kind: 'taken' })
  await calm()
  expect(destination.calls).toHaveLength(3)
})

test('[O3] what was not taken is tried again after the back-off, and everything behind it waits', async () => {
  destination.script.push({ kind: 'later', reason: '500' }, { kind: 'unknown', reason: 'reset' })
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  await later(99)
  expect(destination.heard).toEqual([2])
  await later(1)
  expect(destination.heard).toEqual([2, 2])
  await later(400)
  expect(destination.heard).toEqual([2, 2, 2, 3])
  const keys = destination.calls.map(call => (call.kind === 'entry' ? call.key : ''))
  expect(new Set(keys.slice(0, 3)).size).toBe(1)
  expect(keys[3]).not.toBe(keys[0])
})

const keys = () => destination.calls.map(call => (call.kind === 'entry' ? call.key : ''))

test('[O21] an acknowledgement that is owed again has another key; each try of it has the same', async () => {
  const answer: Input = {
    kind: 'received',
    via: bot,
    ids: ['message:x'],
    content: { kind: 'text', text: 'hi' },
    payloads: [],
    raw: {}
  }
  destination.script.push({ kind: 'taken' }, { kind: 'later', reason: '503' })
  await world.accept(id, answer)
  await later(100)
  await world.accept(id, answer)
  await calm()
  await later(100)
  const [first, second, third] = keys()
  expect(destination.heard).toEqual([2, 2, 2])
  expect(second).toBe(third)
  expect(second).not.toBe(first)
})

test('[O21] what the visitor said has the same key when a person revives it', async () => {
  destination.script.push({ kind: 'refused', reason: '400' })
  await world.accept(id, say('a'))
  await calm()
  const [letter] = await world.store.deadLetters(10)
  await world.store.revive(letter?.id ?? 0)
  await dispatcher.look()
  await calm()
  expect(keys()).toEqual([`${id}.2`, `${id}.2`])
})

test('[O4] Retry-After is honoured', async () => {
  destination.script.push({ kind: 'later', afterMs: 3_000, reason: '429' })
  await world.accept(id, say('a'))
  await calm()
  await later(2_999)
  expect(destination.heard).toEqual([2])
  await later(1)
  expect(destination.heard).toEqual([2, 2])
})

test('[O4] [O5] a Retry-After beyond the time to give up means one more try at its end', async () => {
  for (let i = 0; i < 3; i += 1) destination.script.push({ kind: 'later', afterMs: 60_000, reason: '429' })
  await world.accept(id, say('a'))
  await calm()
  await later(4_999)
  expect(destination.heard).toEqual([2])
  expect(await world.store.deadLetters(10)).toEqual([])
  await later(1)
  expect(destination.heard).toEqual([2, 2])
  expect(await world.store.deadLetters(10)).toMatchObject([{ reason: 'given up after 2 tries: 429' }])
})

test('[O4] waits grow to the cap, with jitter between half and whole', () => {
  const backoff = defaultBackoff
  const longest = [1, 2, 3, 4, 5, 50].map(failed => waitMs(backoff, failed, 0, () => 1))
  expect(longest).toEqual([250, 1_000, 4_000, 16_000, 60_000, 60_000])
  const shortest = [1, 2, 3].map(failed => waitMs(backoff, failed, 0, () => 0))
  expect(shortest).toEqual([125, 500, 2_000])
})

test('[T7] a list of waits is kept to the letter, up to a tenth later, and ends', () => {
  const backoff = { waitsMs: [1_000, 10_000] }
  const wait = (attempts: number, askedMs: number, random: number) =>
    nextWaitMs(backoff, { attempts, askedMs, owedForMs: 1e12 }, () => random)
  expect([1, 2, 3].map(attempts => wait(attempts, 0, 0))).toEqual([1_000, 10_000, undefined])
  expect([1, 2].map(attempts => wait(attempts, 0, 1))).toEqual([1_100, 11_000])
  expect([5_000, 50_000].map(asked => wait(1, asked, 1))).toEqual([5_000, 10_000])
})

test('[T13] what was not told to a bystander is nothing the visitor learns of', async () => {
  destination.script.push({ kind: 'refused', reason: '400' })
  await world.accept(id, say('a'))
  await calm()
  expect((await world.store.read(id, 0, 10)).map(({ kind }) => kind)).toContain('undelivered')
  Object.assign(destination, { bystander: true })
  destination.script.push({ kind: 'refused', reason: '400' })
  await world.accept(id, say('b'))
  await calm()
  const kinds = (await world.store.read(id, 0, 10)).map(({ kind }) => kind)
  expect(kinds.filter(kind => kind === 'undelivered')).toHaveLength(1)
  expect(await world.store.deadLetters(10)).toHaveLength(2)
})

/** A world in which somebody else wants to be told of everything, and does not answer. */
async function withSomebodyDeaf(): Promise<{ deaf: Scripted; answers(): void; outbox(): Dispatcher }> {
  await dispatcher.stop(1)
  await world.close()
  world = createWorld({ subscribers: () => ['topics/deaf'] })
  const deaf = new Scripted()
  let answers: (receipt: Receipt) => void = () => undefined
  deaf.script.push(
    new Promise(resolve => {
      answers = resolve
    })
  )
  const both = new Map<string, Destination>([
    ['topics/deaf', deaf],
    [bot, destination]
  ])
  return { deaf, answers: () => answers({ kind: 'taken' }), outbox: () => createOutbox(both, 3) }
}

test('[T14] who does not answer fills nobody else’s hand, and is told everything in order once it does', async () => {
  const { deaf, answers, outbox } = await withSomebodyDeaf()
  dispatcher = outbox()
  await dispatcher.start()
  id = 'c-one' as ConversationId
  await world.accept(id, { kind: 'open', site: 'shop', visitor: 'v' })
  for (const text of 'abcdefghij') {
    await world.accept(id, say(text))
    await later(1_000)
  }
  const all = Array.from({ length: 11 }, (_, i) => i + 1)
  expect(destination.heard).toEqual(all)
  expect(dispatcher.waiting()).toBeLessThanOrEqual(4)
  answers()
  await later(1_000)
  await later(1_000)
  expect(deaf.heard).toEqual(all)
  expect(dispatcher.waiting()).toBe(0)
})

test('[T14] after a restart, too, a bot gets its own, however much is owed to somebody else before it', async () => {
  const { deaf, answers, outbox } = await withSomebodyDeaf()
  await dispatcher.stop(1)
  id = 'c-one' as ConversationId
  await world.accept(id, { kind: 'open', site: 'shop', visitor: 'v' })
  for (const text of 'abcdefghij') await world.accept(id, say(text))
  for (const delivery of world.owed) {
    if (delivery.destination === bot && delivery.entry.seq < 11)
      await world.store.settle(delivery, { kind: 'done' })
  }
  world.clock.move(30_001)
  dispatcher = outbox()
  await dispatcher.start()
  await calm()
  expect(destination.heard).toEqual([11])
  answers()
  await later(1_000)
  expect(deaf.heard).toEqual(Array.from({ length: 11 }, (_, i) => i + 1))
})

test('[T23] what is claimed in the same commit as something newer is owed still goes first', async () => {
  await dispatcher.stop(1)
  await world.store.claim(10, [bot])
  await world.accept(id, say('a'))
  dispatcher = createOutbox(new Map([[bot, destination]]))
  await Promise.all([dispatcher.look(), world.accept(id, say('b'))])
  await calm()
  expect(destination.heard).toEqual([2, 3])
})

/** As if somebody had set the machine's clock; timers go on as they did. */
function setBack(ms: number): void {
  const { now } = world.clock
  world.clock.now = () => now() - ms
}

test('[O20] a clock that is set back holds up nothing that was not put off', async () => {
  const finish = held()
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  setBack(3_600_000)
  finish({ kind: 'taken' })
  await calm()
  expect(destination.heard).toEqual([2, 3])
})

test('[O20] a clock that is set back lets nothing wait for longer than it was put off', async () => {
  const { store } = world
  const { settle } = store
  store.settle = async (...what) => {
    setBack(3_600_000)
    return settle(...what)
  }
  destination.script.push({ kind: 'later', reason: '500' })
  world.clock.move(3_000)
  await world.accept(id, say('a'))
  await calm()
  await later(99)
  expect(destination.heard).toEqual([2])
  await later(1)
  expect(destination.heard).toEqual([2, 2])
})

test('[O20] the same is so for what a new process takes up', async () => {
  destination.script.push({ kind: 'later', afterMs: 2_000, reason: '429' })
  await world.accept(id, say('a'))
  await calm()
  await dispatcher.stop(1)
  world.clock.move(30_001)
  const claimed = await world.store.claim(10)
  expect(claimed).toMatchObject([{ attempts: 1 }])
  setBack(3_600_000)
  world.store.claim = async () => (destination.calls.length > 1 ? [] : claimed)
  dispatcher = createOutbox(new Map([[bot, destination]]))
  await dispatcher.look()
  await calm()
  await later(1_999)
  expect(destination.heard).toEqual([2])
  await later(1)
  expect(destination.heard).toEqual([2, 2])
})

test('[O5] a refused call is a dead letter with its reason, and the next in the lane goes on', async () => {
  destination.script.push({ kind: 'refused', reason: '400: the token or an id is wrong' })
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  expect(destination.heard).toEqual([2, 3])
  expect(await world.store.deadLetters(10)).toMatchObject([
    { seq: 2, reason: '400: the token or an id is wrong' }
  ])
  expect(died).toEqual([bot])
})

test('[O5] what is owed for too long becomes a dead letter, and a person can revive it', async () => {
  for (let i = 0; i < 20; i += 1) destination.script.push({ kind: 'later', reason: 'down' })
  await world.accept(id, say('a'))
  for (let i = 0; i < 20; i += 1) await later(1_000)
  const [letter] = await world.store.deadLetters(10)
  expect(letter?.reason).toMatch(/^given up after \d+ tries: down$/)
  destination.script.length = 0
  await world.store.revive(letter?.id ?? 0)
  await dispatcher.look()
  await calm()
  expect(destination.heard.at(-1)).toBe(2)
  expect(await world.store.deadLetters(10)).toEqual([])
})

test('[O5] a destination that the configuration does not name leaves dead letters, not silence', async () => {
  await dispatcher.stop(1)
  dispatcher = createOutbox(new Map())
  await world.accept(id, say('a'))
  await calm()
  expect(await world.store.deadLetters(10)).toMatchObject([
    { reason: 'the configuration names no such destination' }
  ])
})

test('[O13] [O5] what has no bot any more is told to the visitor and is a dead letter, once that can be stored', async () => {
  await dispatcher.stop(1)
  const { store } = world
  const { settle } = store
  let full = true
  store.settle = async (...what) => !full && settle(...what)
  dispatcher = createOutbox(new Map())
  await world.accept(id, say('a'))
  await calm()
  full = false
  await later(1_000)
  expect(await store.deadLetters(10)).toMatchObject([
    { seq: 2, reason: 'the configuration names no such destination' }
  ])
  expect((await store.read(id, 2, 10)).map(({ kind }) => kind)).toEqual(['undelivered'])
  expect(died).toEqual([bot])
})

test('[O13] a subscription that is not configured any more is nothing the visitor learns of', async () => {
  await dispatcher.stop(1)
  dispatcher = createOutbox(new Map([[bot, destination]]))
  await world.accept(id, say('a'))
  await world.store.owe(id, 2, 'topics/gone')
  await calm()
  expect(await world.store.deadLetters(10)).toMatchObject([{ destination: 'topics/gone' }])
  expect(await world.store.read(id, 2, 10)).toEqual([])
})

test('[O6] a destination’s id for the conversation is durable before the call is made with it', async () => {
  await dispatcher.stop(1)
  const fresh = 'c-fresh' as ConversationId
  dispatcher = createOutbox(new Map([[bot, destination]]))
  destination.script.push({ kind: 'linked', address: 'theirs' })
  let durable: unknown
  const send = destination.send.bind(destination)
  destination.send = async call => {
    if ('address' in call && call.address) durable = await world.store.byAddress(bot, call.address)
    return send(call)
  }
  await world.accept(fresh, { kind: 'open', site: 'shop', visitor: 'v' })
  await calm()
  expect(destination.calls).toMatchObject([{ address: undefined }, { address: 'theirs' }])
  expect(durable).toBe(fresh)
})

test('[O6] an id that another conversation has is never called for this one: it is asked for again later', async () => {
  const fresh = 'c-fresh' as ConversationId
  destination.script.push(
    { kind: 'linked', address: 'their-one' },
    { kind: 'linked', address: 'their-one' },
    { kind: 'linked', address: 'their-fresh' }
  )
  await world.accept(fresh, { kind: 'open', site: 'shop', visitor: 'v' })
  await world.accept(fresh, say('secret'))
  await calm()
  dispatcher.tell(fresh, bot, 'typing:start')
  await later(99)
  expect(destination.calls).toMatchObject([{ conversation: fresh, address: undefined }])
  await later(1)
  await later(400)
  const addresses = destination.calls.map(call => call.address)
  expect(destination.heard).toEqual([1, 1, 1, 1, 2, 'typing:start'])
  expect(addresses).toEqual([undefined, undefined, undefined, ...Array(3).fill('their-fresh')])
})

test('[O6] where it never gets an id of its own its start is a dead letter that says why', async () => {
  const fresh = 'c-fresh' as ConversationId
  destination.script.push(...Array<Receipt>(50).fill({ kind: 'linked', address: 'their-one' }))
  await world.accept(fresh, { kind: 'open', site: 'shop', visitor: 'v' })
  for (let second = 0; second < 10; second += 1) await later(1_000)
  const reason = expect.stringMatching(/given up .* an id that another conversation has/)
  expect(await world.store.deadLetters(10)).toMatchObject([{ conversation: fresh, seq: 1, reason }])
  expect(destination.calls.every(call => call.address === undefined)).toBe(true)
})

test('[O7] answers inside the HTTP response are handed in before the delivery is settled', async () => {
  const input: Input = {
    kind: 'received',
    via: bot,
    ids: ['message:x'],
    content: { kind: 'text', text: 'at once' },
    payloads: [],
    raw: {}
  }
  destination.script.push({ kind: 'taken', inputs: [input] })
  await world.accept(id, say('a'))
  await calm()
  expect((await world.store.read(id, 2, 10))[0]).toMatchObject({ by: 'bot', content: { text: 'at once' } })
})

test('[O8] activity goes out when nothing is owed, the newest of its kind, once', async () => {
  const finish = held()
  await world.accept(id, say('a'))
  await calm()
  for (const activity of ['typing:start', 'read', 'typing:stop', 'read'] as const)
    dispatcher.tell(id, bot, activity)
  await world.accept(id, say('b'))
  finish({ kind: 'taken' })
  await calm()
  expect(destination.heard).toEqual([2, 3, 'typing:stop', 'read'])
})

test('[O8] activity that is not taken is not tried again', async () => {
  destination.script.push({ kind: 'later', reason: '500' })
  dispatcher.tell(id, bot, 'read')
  await calm()
  await later(60_000)
  expect(destination.heard).toEqual(['read'])
})

test('[O9] a new process takes up what the dead one owed, in order', async () => {
  await dispatcher.stop(1)
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  world.clock.move(30_001)
  dispatcher = createOutbox(new Map([[bot, destination]]))
  await dispatcher.start()
  await calm()
  expect(destination.heard).toEqual([2, 3])
})

test('[O10] stopping lets the call under way finish and be settled, and starts no other', async () => {
  const finish = held()
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  const stopped = dispatcher.stop(10_000)
  finish({ kind: 'taken' })
  await stopped
  world.clock.move(30_001)
  expect(destination.heard).toEqual([2])
  expect((await world.store.claim(10)).map(({ entry }) => entry.seq)).toEqual([3])
})

/** A bot that has as many calls as it takes, of other visitors, until it is told to answer. */
async function fullHands(): Promise<{ others: ConversationId[]; finish(receipt: Receipt): void }> {
  await dispatcher.stop(1)
  const others = await Promise.all(['two', 'three'].map(name => world.open(name)))
  dispatcher = createOutbox(new Map([[bot, destination]]))
  let finish: (receipt: Receipt) => void = () => undefined
  const held = new Promise<Receipt>(resolve => {
    finish = resolve
  })
  destination.script.push(held, held)
  for (const other of others) await world.accept(other, say('hi'))
  await calm()
  expect(destination.under).toBe(2)
  return { others, finish }
}

test('[U27] what only waits for its turn when its conversation is erased is not sent', async () => {
  const { others, finish } = await fullHands()
  await world.accept(id, say('forget-me'))
  await calm()
  dispatcher.forget((await world.store.erase('visitor of one')) ?? [])
  for (const other of others) await world.accept(other, say('more'))
  finish({ kind: 'taken' })
  await calm()
  expect(JSON.stringify(destination.calls)).not.toContain('forget-me')
  expect(destination.heard).toEqual([2, 2, 3, 3])
})

test('[O10] what only waits for its turn when the relay stops is sent by the next', async () => {
  const { finish } = await fullHands()
  await world.accept(id, say('hi'))
  await calm()
  const stopped = dispatcher.stop(10_000)
  finish({ kind: 'taken' })
  await stopped
  expect(destination.calls).toHaveLength(2)
  world.clock.move(30_001)
  expect(await world.store.claim(10)).toMatchObject([{ conversation: id, attempts: 0 }])
})

test('[O11] an exception while sending is a fault of ours: it is tried again, and the lane lives', async () => {
  const send = destination.send.bind(destination)
  destination.send = async call => {
    destination.send = send
    await send(call)
    throw new Error('bug')
  }
  await world.accept(id, say('a'))
  await calm()
  await later(100)
  expect(destination.heard).toEqual([2, 2])
})

/** An outbox whose door has a bug, so many times. */
async function withFaults(times: number): Promise<void> {
  await dispatcher.stop(1)
  let left = times
  dispatcher = createOutbox(new Map([[bot, destination]]), 1_000, async (where, input) => {
    left -= 1
    if (left >= 0) throw new Error('bug')
    return world.accept(where, input)
  })
}

test('[O11] an exception while a stray is acknowledged ends nothing, and not too many are called at once', async () => {
  destination.script.push(Promise.reject(new Error('a bug')))
  const finish = [held(), held()]
  for (const address of ['a', 'b', 'c', 'd']) dispatcher.stray(bot, address, null)
  await calm()
  expect(destination.calls).toHaveLength(3)
  for (const each of finish) each({ kind: 'taken' })
  await calm()
  expect(destination.heard).toEqual(['stray', 'stray', 'stray', 'stray'])
})

test('[O11] an exception of the door ends nothing: what it was to hear is handed in again, without another call', async () => {
  await withFaults(3)
  destination.script.push({ kind: 'refused', reason: '400' })
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  expect(destination.heard).toEqual([2])
  for (let second = 0; second < 3; second += 1) await later(1_000)
  expect(destination.heard).toEqual([2, 3])
  expect((await world.store.read(id, 3, 10)).map(({ kind }) => kind)).toEqual(['undelivered'])
})

test('[O11] an exception while the bot is shown typing keeps nothing back, and sends nothing again', async () => {
  await withFaults(3)
  Object.assign(destination, { answersInCall: true })
  await world.accept(id, say('a'))
  await world.accept(id, say('b'))
  await calm()
  expect(destination.heard).toEqual([2, 3])
})

test('[O11] an address that cannot be read costs an activity, and not the lane', async () => {
  const { address } = world.store
  let looks = 0
  world.store.address = async () => {
    looks += 1
    throw new Error('disk I/O error')
  }
  dispatcher.tell(id, bot, 'typing:start')
  await calm()
  world.store.address = address
  dispatcher.tell(id, bot, 'read')
  await later(1_000)
  expect(looks).toBe(1)
  expect(destination.heard).toEqual(['read'])
})

test('[O11] what a look into the log is needed for waits for a moment when the look fails', async () => {
  const { store } = world
  const { byReceived } = store
  let looks = 0
  store.byReceived = async () => {
    looks += 1
    throw new Error('disk I/O error')
  }
  await dispatcher.stop(1)
  await world.accept(id, say('a'))
  for (const delivery of world.owed) await store.settle(delivery, { kind: 'trying' })
  world.clock.move(30_001)
  dispatcher = createOutbox(new Map([[bot, destination]]))
  await dispatcher.start()
  await calm()
  expect(looks).toBe(1)
  store.byReceived = byReceived
  await later(1_000)
  expect(await store.deadLetters(10)).toMatchObject([{ seq: 2 }])
})

test('[O12] an alarm that fails keeps no other from ringing', async () => {
  const { store, clock } = world
  const two = await world.open('two')
  for (const name of ['one', 'two']) {
    const from = { destination: bot, address: `their-${name}` }
    await world.accept(from, { kind: 'handover', ids: [`event:${name}`], metadata: {} })
  }
  const accept: Accept = async (where, input) => {
    if (where === id) throw new Error('bug')
    return world.accept(where, input)
  }
  const stop = startAlarm({ store, clock, accept, log: quietLog })
  await later(59_000)
  await later(2_000)
  expect((await world.states.get(two)).state.phase).toBe('bot')
  stop()
})

test('[O12] an alarm hands in its deadline when it is due, and then is gone', async () => {
  const { store, clock, accept } = world
  const stop = startAlarm({ store, clock, accept, log: quietLog })
  await accept(
    { destination: bot, address: 'their-one' },
    { kind: 'handover', ids: ['event:h'], metadata: {} }
  )
  await later(59_000)
  expect((await world.states.get(id)).state.phase).toBe('waiting')
  await later(2_000)
  expect((await world.states.get(id)).state.phase).toBe('bot')
  expect(await store.alarms(clock.now() + 1e9, 10)).toEqual([])
  stop()
})
