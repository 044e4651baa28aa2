import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import type { Delivery } from '../conversation/delivery.ts'
import type { Entry } from '../conversation/entry.ts'
import type { Listing, Store } from '../conversation/store.ts'
import { type Json, readJson, writeJson } from '../lib/json.ts'
import { type TestClock, testClock } from '../testing/clock.ts'
import {
  adding,
  bot,
  closing,
  conversation,
  fromBot,
  fromVisitor,
  opened,
  opening
} from '../testing/entries.ts'

/** A database that several nodes may open, as far as its engine allows. */
export interface StoreWorld {
  open(node: string, clock: TestClock, leaseMs: number): Promise<Store>
  /** Ends everything, as if the machines had stopped; what was promised must be there for the next open. */
  close(): Promise<void>
}

const leaseMs = 30_000
const one = conversation('one')
const two = conversation('two')
const three = conversation('three')

/** What every store must do. Written against the port alone. */
export function storeContract(name: string, createWorld: () => Promise<StoreWorld>): void {
  describe(`${name} as a store`, () => {
    let world: StoreWorld
    let clock: TestClock
    let store: Store

    beforeEach(async () => {
      world = await createWorld()
      clock = testClock()
      store = await world.open('node-a', clock, leaseMs)
    })
    afterEach(() => world.close())

    const log = (id = one): Promise<readonly Entry[]> => store.read(id, 0, 1_000)
    const heard = (of = store): Delivery[] => {
      const deliveries: Delivery[] = []
      of.watch({ owed: more => deliveries.push(...more) })
      return deliveries
    }

    test('[S1] an append is read back as it was, from any place on', async () => {
      await store.append(opening())
      await store.append(adding(fromVisitor(2)))
      await store.append(adding(fromBot(3)))
      expect(await log()).toEqual([opened(), fromVisitor(2), fromBot(3)])
      expect(await store.read(one, 1, 1)).toEqual([fromVisitor(2)])
      expect(await store.read(two, 0, 10)).toEqual([])
    })

    test('[S1] numbers that JavaScript does not hold are read back to their last digit', async () => {
      const raw = readJson('{"id":9007199254740993,"n":[1e999,0.12345678901234567891]}') as Json
      await store.append(opening())
      await store.append(adding({ ...fromBot(2), raw } as Entry))
      const [entry] = await store.read(one, 1, 1)
      expect(entry).toEqual({ ...fromBot(2), raw })
      expect(writeJson(entry)).toContain('"id":9007199254740993,"n":[1e999,0.12345678901234567891]')
    })

    test('[S2] an append on another head than the log has is a conflict and changes nothing', async () => {
      const deliveries = heard()
      await store.append(opening())
      expect(await store.append(adding(fromVisitor(2, 'first')))).toEqual({ kind: 'appended' })
      expect(await store.append(adding(fromVisitor(2, 'second', 'client-other')))).toEqual({
        kind: 'conflict'
      })
      expect(await store.append(opening())).toEqual({ kind: 'conflict' })
      expect(await log()).toEqual([opened(), fromVisitor(2, 'first')])
      expect(deliveries.map(({ entry }) => entry.seq)).toEqual([1, 2])
      expect(await store.byClientId(one, 'client-other')).toBeUndefined()
    })

    test('[S3] a client id is taken once in a conversation, for ever', async () => {
      await store.append(opening())
      await store.append(opening(two))
      await store.append(adding(fromVisitor(2, 'a', 'client-same')))
      const again = await store.append(adding(fromVisitor(3, 'b', 'client-same')))
      expect(again).toEqual({ kind: 'known', conversation: one, seq: 2 })
      expect(await store.byClientId(one, 'client-same')).toEqual(fromVisitor(2, 'a', 'client-same'))
      expect(await store.append(adding(fromVisitor(2, 'c', 'client-same'), two))).toEqual({
        kind: 'appended'
      })
    })

    test('[S4] a platform’s id is taken once for its destination, and a repeat changes nothing', async () => {
      await store.append(opening())
      await store.append(adding(fromBot(2), one, { received: { from: bot, ids: ['e1', 'm1'], seq: 2 } }))
      const again = await store.append(
        adding(fromBot(3), one, { received: { from: bot, ids: ['e2', 'm1'], seq: 3 } })
      )
      expect(again).toEqual({ kind: 'known', conversation: one, seq: 2 })
      expect(await store.byReceived(bot, ['e9', 'm1'])).toEqual({ conversation: one, seq: 2 })
      expect(await store.byReceived(bot, ['e2'])).toBeUndefined()
      const fresh = adding(fromBot(3), one, { received: { from: bot, ids: ['e2', 'm2'], seq: 3 } })
      expect(await store.append(fresh)).toEqual({ kind: 'appended' })
      const elsewhere = adding(fromBot(4), one, { received: { from: 'bots/other', ids: ['e1'], seq: 4 } })
      expect(await store.append(elsewhere)).toEqual({ kind: 'appended' })
    })

    test('[S4] an id is found at the entry that it is of, wherever that stands among those that came with it', async () => {
      await store.append(opening())
      const handback: Entry = { seq: 2, at: 2, kind: 'handback', why: 'bot', metadata: {} }
      const received = { from: bot, ids: ['e1', 'm1'], echoed: ['said'], seq: 3 }
      const both = { expected: 1, entries: [handback, fromBot(3)], received }
      expect(await store.append(adding(fromBot(3), one, both))).toEqual({ kind: 'appended' })
      for (const id of ['e1', 'm1', 'said'])
        expect(await store.byReceived(bot, [id])).toEqual({ conversation: one, seq: 3 })
      const again = adding(fromBot(4), one, { received: { from: bot, ids: ['m1'], seq: 4 } })
      expect(await store.append(again)).toEqual({ kind: 'known', conversation: one, seq: 3 })
    })

    test('[S4] an id that lost a race for the seq is free again', async () => {
      await store.append(opening())
      const received = { from: bot, ids: ['e1', 'm1'], seq: 2 }
      expect(
        await store.append(adding(fromBot(5), one, { expected: 0, entries: [fromBot(1)], received }))
      ).toEqual({
        kind: 'conflict'
      })
      expect(await store.append(adding(fromBot(2), one, { received }))).toEqual({ kind: 'appended' })
    })

    test('[S5] a delivery is born claimed: handed over after the commit, and nobody else gets it', async () => {
      const other = await world.open('node-b', clock, leaseMs)
      const deliveries = heard()
      await store.append(opening())
      expect(deliveries).toMatchObject([
        { destination: bot, conversation: one, entry: opened(), attempts: 0, address: undefined }
      ])
      expect(await other.claim(10)).toEqual([])
      expect(await store.claim(10)).toEqual([])
    })

    test('[S6] what a dead node held is claimed when its lease has run out, in order', async () => {
      const other = await world.open('node-b', clock, leaseMs)
      await store.append(opening())
      await store.append(adding(fromVisitor(2)))
      clock.move(leaseMs + 1)
      const claimed = await other.claim(10)
      expect(claimed.map(({ entry }) => entry)).toEqual([opened(), fromVisitor(2)])
      expect(await store.claim(10)).toEqual([])
    })

    test('[S6] a lease that is renewed does not run out', async () => {
      const other = await world.open('node-b', clock, leaseMs)
      await store.append(opening())
      clock.move(leaseMs - 1)
      await store.renew()
      clock.move(leaseMs - 1)
      expect(await other.claim(10)).toEqual([])
    })

    test('[S6] a lane has one node: what another appends to it waits for that node’s lease', async () => {
      const other = await world.open('node-b', clock, leaseMs)
      const deliveries = heard(other)
      await store.append(opening())
      await other.append(adding(fromVisitor(2)))
      expect(deliveries).toEqual([])
      expect(await other.claim(10)).toEqual([])
      const mine = await store.claim(10)
      expect(mine.map(({ entry }) => entry.seq)).toEqual([2])
    })

    test('[S6] a lane is claimed from its oldest delivery on, however few are asked for', async () => {
      const other = await world.open('node-b', clock, leaseMs)
      await store.append(opening())
      await store.append(adding(fromVisitor(2)))
      clock.move(leaseMs + 1)
      expect((await other.claim(1)).map(({ entry }) => entry.seq)).toEqual([1])
      const deliveries = heard(other)
      await other.append(adding(fromVisitor(3)))
      expect(deliveries).toEqual([])
      expect((await other.claim(10)).map(({ entry }) => entry.seq)).toEqual([2, 3])
    })

    test('[S7] a settled delivery is never claimed again', async () => {
      const [delivery] = await owed()
      expect(await store.settle(delivery, { kind: 'done' })).toBe(true)
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toEqual([])
    })

    test('[S7] a delivery that is tried later keeps its tries and its time over a crash', async () => {
      const [delivery] = await owed()
      const dueAt = clock.now() + 5_000
      await store.settle(delivery, { kind: 'later', dueAt, reason: 'busy' })
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toMatchObject([
        { id: delivery.id, attempts: 1, dueAt, owedAt: delivery.owedAt }
      ])
    })

    test('[S7] a dead letter is listed with its reason until it is revived, and then owed as if new', async () => {
      const [delivery] = await owed()
      await store.settle(delivery, { kind: 'dead', reason: '400' })
      expect(await store.deadLetters(10)).toMatchObject([
        { id: delivery.id, conversation: one, seq: 1, reason: '400', attempts: 1 }
      ])
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toEqual([])
      expect(await store.revive(delivery.id)).toBe(true)
      expect(await store.revive(delivery.id)).toBe(false)
      expect(await store.deadLetters(10)).toEqual([])
      expect(await store.claim(10)).toMatchObject([{ id: delivery.id, attempts: 0 }])
    })

    test('[S20] what was echoed is known to its echo, and to nothing else', async () => {
      const spoken = (seq: number, id: string, more: { echoed?: string[]; echoOf?: string[] }) =>
        store.append(adding(fromBot(seq), one, { received: { from: bot, ids: [id], seq, ...more } }))
      await store.append(opening())
      expect(await spoken(2, 'answer-1', { echoed: ['text'] })).toEqual({ kind: 'appended' })
      expect(await spoken(3, 'answer-2', { echoed: ['text'] })).toEqual({ kind: 'appended' })
      expect(await spoken(4, 'event-1', { echoOf: ['text'] })).toMatchObject({ kind: 'known', seq: 2 })
      expect(await spoken(4, 'event-2', { echoOf: ['other'] })).toEqual({ kind: 'appended' })
      expect(await spoken(5, 'event-3', { echoOf: ['other'] })).toEqual({ kind: 'appended' })
      expect(await store.byReceived(bot, ['event-1'])).toBeUndefined()
    })

    test('[S8] a destination’s own id for a conversation is kept, and found both ways', async () => {
      const [delivery] = await owed()
      expect(await store.link(delivery, 'theirs')).toBe('linked')
      expect(await store.address(bot, one)).toBe('theirs')
      expect(await store.byAddress(bot, 'theirs')).toBe(one)
      expect(await store.byAddress('bots/other', 'theirs')).toBeUndefined()
      const deliveries = heard()
      await store.append(adding(fromVisitor(2)))
      expect(deliveries).toMatchObject([{ address: 'theirs' }])
    })

    test('[S8] an id that another conversation has, or had, stays its own; who asks along with it is not held up', async () => {
      const deliveries = heard()
      for (const id of [one, two, three]) await store.append(opening(id))
      const [first, second, other] = deliveries
      if (!first || !second || !other) throw new Error('nothing was owed')
      expect(
        await Promise.all([
          store.link(first, 'theirs'),
          store.link(second, 'theirs'),
          store.link(other, 'another'),
          store.settle(other, { kind: 'done' }),
          store.link(first, 'theirs')
        ])
      ).toEqual(['linked', 'taken', 'linked', true, 'linked'])
      await store.append(closing(one))
      expect(await store.link(second, 'theirs')).toBe('taken')
      expect(await store.address(bot, two)).toBeUndefined()
      expect(await store.byAddress(bot, 'theirs')).toBe(one)
      expect(await store.address(bot, three)).toBe('another')
      expect(await store.link(second, 'its own')).toBe('linked')
      expect(await store.address(bot, two)).toBe('its own')
    })

    test('[S9] an entry is owed once more only when it is not owed already', async () => {
      const deliveries = await owed()
      expect(await store.owe(one, 1, bot)).toBe(true)
      expect(deliveries).toHaveLength(1)
      await store.settle(deliveries[0], { kind: 'done' })
      expect(await store.owe(one, 1, bot)).toBe(true)
      expect(deliveries).toMatchObject([{ entry: opened() }, { entry: opened() }])
    })

    test('[S10] a visitor has the conversation that was opened last', async () => {
      const visitor = { hash: 'h', site: 'shop' }
      await store.append(opening(one, { visitor }))
      expect(await store.visitor('h')).toEqual({ site: 'shop', conversation: one })
      await store.append(closing(one))
      await store.append(opening(two, { visitor }))
      expect(await store.visitor('h')).toEqual({ site: 'shop', conversation: two })
      expect(await store.visitor('other')).toBeUndefined()
    })

    test('[S21] of many conversations opened for one visitor at the same moment one is, and the others know it', async () => {
      const deliveries = heard()
      const visitor = { hash: 'h', site: 'shop' }
      const others = ['two', 'three'].map(name => conversation(name))
      const all = [one, ...others].map(id => store.append(opening(id, { visitor })))
      expect(await Promise.all(all)).toEqual([
        { kind: 'appended' },
        ...others.map(() => ({ kind: 'known', conversation: one, seq: 1 }))
      ])
      expect(await store.had('h', 10)).toMatchObject([{ id: one }])
      expect((await store.conversations({ limit: 10 })).map(({ id }) => id)).toEqual([one])
      expect(deliveries).toHaveLength(1)
      await store.append(closing(one))
      const again = others.map(id => store.append(opening(id, { visitor })))
      expect(await Promise.all(again)).toEqual([
        { kind: 'appended' },
        { kind: 'known', conversation: two, seq: 1 }
      ])
    })

    test('[S11] what a visitor has seen never goes back', async () => {
      await store.append(opening())
      expect(await store.seen(one)).toBe(0)
      await store.markSeen(one, 5)
      await store.markSeen(one, 3)
      expect(await store.seen(one)).toBe(5)
    })

    test('[S12] an alarm is due at its time, until it is disarmed', async () => {
      await store.append(opening(one, { alarm: { at: clock.now() + 100, of: 1 } }))
      expect(await store.alarms(clock.now(), 10)).toEqual([])
      const due = await store.alarms(clock.now() + 100, 10)
      expect(due).toMatchObject([{ conversation: one, of: 1 }])
      for (const alarm of due) await store.disarm(alarm)
      expect(await store.alarms(clock.now() + 100, 10)).toEqual([])
    })

    test('[S13] everything promised is there after a restart, in the same epoch', async () => {
      await owed()
      await store.markSeen(one, 1)
      const { epoch } = store
      await world.close()
      store = await world.open('node-c', clock, leaseMs)
      clock.move(leaseMs + 1)
      expect(store.epoch).toBe(epoch)
      expect(await log()).toEqual([opened()])
      expect(await store.seen(one)).toBe(1)
      expect(await store.claim(10)).toMatchObject([{ entry: opened() }])
    })

    test('[S14] of many appends on one head exactly one wins, and the others know', async () => {
      await store.append(opening())
      const tries = Array.from({ length: 20 }, (_, i) => adding(fromVisitor(2, 'x', `client-race-${i}`)))
      const results = await Promise.all(tries.map(work => store.append(work)))
      expect(results.filter(({ kind }) => kind === 'appended')).toHaveLength(1)
      expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(19)
      expect(await log()).toHaveLength(2)
    })

    test('[S15] watchers hear of commits in their order, each once', async () => {
      const seqs: number[] = []
      const stop = store.watch({ appended: (_, entries) => seqs.push(...entries.map(({ seq }) => seq)) })
      await Promise.all([store.append(opening()), store.append(adding(fromVisitor(2)))])
      stop()
      await store.append(adding(fromVisitor(3)))
      expect(seqs).toEqual([1, 2])
    })

    const listed = async (listing: Partial<Listing> = {}) =>
      (await store.conversations({ limit: 10, ...listing })).map(({ id }) => id)
    const asked = (seq: number, at: number): Entry => ({ seq, at, kind: 'handover', metadata: {}, until: 90 })

    test('[S16] conversations are listed by phase and site: last told of comes first, and who waits longest', async () => {
      await store.append(opening(one))
      await store.append(opening(two, { entries: [opened(1, { at: 2 })] }))
      await store.append(opening(three, { entries: [opened(1, { at: 2, site: 'other' })] }))
      expect(await listed()).toEqual([three, two, one])
      await store.append(adding(asked(2, 3), two, { phase: 'waiting' }))
      await store.append(adding(asked(2, 4), one, { phase: 'waiting' }))
      expect(await listed()).toEqual([one, two, three])
      expect(await listed({ phase: 'waiting' })).toEqual([two, one])
      await store.append(adding(fromVisitor(3), two, { phase: 'waiting' }))
      expect(await listed({ phase: 'waiting' })).toEqual([two, one])
      expect(await listed({ site: 'other' })).toEqual([three])
      expect(await listed({ site: 'other', phase: 'waiting' })).toEqual([])
    })

    test('[DK1] a list goes on after its last one, also where many were told of at one time', async () => {
      const many = Array.from({ length: 9 }, (_, i) => conversation(`many-${i}`))
      for (const id of many) await store.append(opening(id))
      for (const id of many.slice(0, 5)) await store.append(adding(asked(2, 5), id, { phase: 'waiting' }))
      const whole = async (phase: Listing['phase'], before?: ConversationId): Promise<ConversationId[]> => {
        const page = await listed({ limit: 2, ...(phase && { phase }), ...(before && { before }) })
        return page.length === 0 ? [] : [...page, ...(await whole(phase, page.at(-1)))]
      }
      expect(await whole(undefined)).toEqual(await listed())
      expect(await whole('waiting')).toEqual(many.slice(0, 5))
      expect(await listed({ before: 5 })).toEqual(many.slice(5).reverse())
      expect(await listed({ phase: 'waiting', before: 4 })).toEqual(many.slice(0, 5))
      expect(await listed({ before: conversation('nobody') })).toEqual([])
    })

    test('[DK2] a summary says what was said last, who and where the visitor is, and who has them', async () => {
      const page = { url: 'https://shop.example.com/a' }
      await store.append(opening(one, { entries: [opened(1, { page, named: { name: 'Ada' } })] }))
      const summary = () => store.summary(one)
      const base = { id: one, site: 'shop', bot, openedAt: 1, page, named: { name: 'Ada' } }
      expect(await summary()).toEqual({ ...base, phase: 'bot', head: 1, at: 1 })
      await store.append(adding(fromVisitor(2, `${'x'.repeat(139)}\u{1F600}`)))
      const metadata = { reason: 'An invoice' }
      await store.append(
        adding({ seq: 3, at: 3, kind: 'handover', metadata, until: 90 }, one, { phase: 'waiting' })
      )
      const waits = { ...base, phase: 'waiting', head: 3, at: 3, preview: 'x'.repeat(139) }
      expect(await summary()).toEqual({ ...waits, waiting: { since: 3, until: 90, metadata } })
      await store.append(adding({ seq: 4, at: 4, kind: 'taken', name: 'Anna' }, one, { phase: 'agent' }))
      const next = { url: 'https://shop.example.com/b', title: 'B' }
      await store.append(adding({ seq: 5, at: 5, kind: 'page', page: next }, one, { phase: 'agent' }))
      const has = { ...waits, phase: 'agent', head: 5, at: 5, page: next, agent: { name: 'Anna' } }
      expect(await summary()).toEqual(has)
      expect(await store.conversations({ limit: 1 })).toEqual([has])
      const note: Entry = { seq: 6, at: 6, kind: 'note', id: 'client-note-1', by: 'anna', text: 'pays' }
      await store.append(adding(note, one, { phase: 'agent' }))
      await store.append(adding({ seq: 7, at: 7, kind: 'closed' }, one, { phase: 'closed' }))
      const { agent: _, ...over } = { ...has, phase: 'closed', head: 7, at: 7 }
      expect(await summary()).toEqual(over)
      expect(await store.summary(two)).toBeUndefined()
    })

    test('[DK3] the place of what was stored last is known', async () => {
      expect(await store.newest()).toBe(0)
      await store.append(opening(one))
      await store.append(adding(fromVisitor(2)))
      expect(await store.newest()).toBe((await store.stored(0, 10)).at(-1)?.place)
    })

    test('[S17] a mark that is put off is true once it is told', async () => {
      const [delivery] = await owed()
      const told = store.settleSoon(delivery)
      expect(await store.append(adding(fromVisitor(2)))).toEqual({ kind: 'appended' })
      expect(await told).toBe(true)
    })

    test('[S17] a mark that is put off holds after a moment, when hurried, and after a close', async () => {
      const [first] = await owed()
      const moment = store.settleSoon(first)
      clock.move(100)
      expect(await moment).toBe(true)
      const second = await owes(2)
      const hurried = store.settleSoon(second)
      store.hurry()
      expect(await hurried).toBe(true)
      void store.settleSoon(await owes(3))
      await world.close()
      store = await world.open('node-d', clock, leaseMs)
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toEqual([])
    })

    test('[S17] no claim overtakes a mark that is put off', async () => {
      const [delivery] = await owed()
      void store.settleSoon(delivery)
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toEqual([])
    })

    test('[S18] a conversation opened at an address is found by it, and there is one while it is open', async () => {
      const address = { destination: 'channels/care', address: 'thread-1' }
      const at = () => store.byAddress(address.destination, address.address)
      await store.append(opening(one, { address }))
      expect(await at()).toBe(one)
      expect(await store.append(opening(two, { address }))).toEqual({
        kind: 'known',
        conversation: one,
        seq: 1
      })
      expect(await log(two)).toEqual([])
      await store.append(closing(one))
      expect(await store.append(opening(two, { address }))).toEqual({ kind: 'appended' })
      expect(await at()).toBe(two)
    })

    test('[S19] what was being tried when its node died is claimed as such', async () => {
      const [delivery] = await owed()
      await store.settle(delivery, { kind: 'trying' })
      await world.close()
      store = await world.open('node-e', clock, leaseMs)
      clock.move(leaseMs + 1)
      expect(await store.claim(10)).toMatchObject([{ entry: opened(), tried: true }])
    })

    test('[S19] what was tried and put off for later is an ordinary delivery again', async () => {
      const [delivery] = await owed()
      await store.settle(delivery, { kind: 'trying' })
      await store.settle(delivery, { kind: 'later', dueAt: 1, reason: 'busy' })
      await world.close()
      store = await world.open('node-f', clock, leaseMs)
      clock.move(leaseMs + 1)
      expect((await store.claim(10)).map(({ tried }) => tried)).toEqual([undefined])
    })

    async function owes(seq: number): Promise<Delivery> {
      const deliveries = heard()
      await store.append(adding(fromVisitor(seq)))
      if (!deliveries[0]) throw new Error('nothing was owed')
      return deliveries[0]
    }

    test('[T14] what is owed to a full destination is nobody’s until a claim does not name it, and keeps its order', async () => {
      const deliveries = heard()
      await store.append(opening())
      await store.claim(10, [bot])
      await store.append(adding(fromVisitor(2)))
      const elsewhere = [{ destination: 'bots/other', seq: 3 }]
      await store.append(adding(fromBot(3), one, { owed: elsewhere }))
      expect(deliveries.map(({ entry }) => entry.seq)).toEqual([1, 3])
      expect(await store.claim(10, [bot])).toEqual([])
      const [claimed] = await Promise.all([store.claim(10), store.append(adding(fromVisitor(4)))])
      await store.append(adding(fromVisitor(5)))
      expect(claimed.map(({ entry }) => entry.seq)).toEqual([2])
      expect(deliveries.map(({ entry }) => entry.seq)).toEqual([1, 3, 4, 5])
    })

    test('[T14] a lane that is partly nobody’s is not entered in its middle', async () => {
      const deliveries = heard()
      await store.append(opening())
      await store.claim(10, [bot])
      for (const seq of [2, 3, 4]) await store.append(adding(fromVisitor(seq)))
      expect((await store.claim(2)).map(({ entry }) => entry.seq)).toEqual([2, 3])
      await store.append(adding(fromVisitor(5)))
      expect(deliveries.map(({ entry }) => entry.seq)).toEqual([1])
      expect((await store.claim(10)).map(({ entry }) => entry.seq)).toEqual([4, 5])
    })

    test('[T14] what is owed in the same commit as the next claim does not overtake', async () => {
      const deliveries = heard()
      await store.append(opening())
      await store.claim(10, [bot])
      for (const seq of [2, 3]) await store.append(adding(fromVisitor(seq)))
      const [, claimed] = await Promise.all([store.append(adding(fromVisitor(4))), store.claim(1)])
      expect(claimed.map(({ entry }) => entry.seq)).toEqual([2])
      expect(deliveries.map(({ entry }) => entry.seq)).toEqual([1])
      expect((await store.claim(10)).map(({ entry }) => entry.seq)).toEqual([3, 4])
    })

    test('[T21] how a destination stands is kept, over a restart too', async () => {
      expect(await store.standings()).toEqual([])
      const failing = { destination: 'topics/crm', failingSince: 5 }
      expect(await store.keepStanding(failing)).toBe(true)
      expect(await store.keepStanding({ destination: bot, disabledAt: 6, enabledAt: 7, reason: '410' })).toBe(
        true
      )
      const other = { destination: bot, disabledAt: 8, reason: 'again' }
      await store.keepStanding(other)
      await world.close()
      store = await world.open('node-c', clock, leaseMs)
      expect(await store.standings()).toEqual([other, failing])
      await store.keepStanding({ destination: 'topics/crm' })
      expect(await store.standings()).toEqual([other, { destination: 'topics/crm' }])
    })

    test('[OP55] what a signing secret is made of is kept in its order, over a restart too', async () => {
      expect(await store.rotations()).toEqual([])
      const crm = { destination: 'topics/crm', at: 5, salt: 'salt-1', until: 9, configured: ['a', 'b'] }
      const again = { ...crm, at: 7, salt: 'salt-2', until: 7 }
      const other = { ...crm, destination: 'topics/stats', configured: ['c'] }
      for (const one of [crm, other, again]) expect(await store.keepRotation(one)).toBe(true)
      await world.close()
      store = await world.open('node-c', clock, leaseMs)
      expect(await store.rotations()).toEqual([crm, other, again])
    })

    test('[T22] the entries of all logs are read together, in the order of storing, from any place on', async () => {
      expect(await store.stored(0, 10)).toEqual([])
      await store.append(opening(one))
      await store.append(opening(two))
      await store.append(adding(fromVisitor(2)))
      const all = await store.stored(0, 10)
      expect(all).toMatchObject([
        { conversation: one, entry: opened() },
        { conversation: two, entry: opened() },
        { conversation: one, entry: fromVisitor(2) }
      ])
      expect(all.every(({ place }) => place > 0)).toBe(true)
      expect(await store.stored(all[0]?.place ?? 0, 1)).toEqual([all[1]])
    })

    async function owed(): Promise<[Delivery, ...Delivery[]]> {
      const deliveries = heard()
      await store.append(opening())
      if (!deliveries[0]) throw new Error('nothing was owed')
      return deliveries as [Delivery, ...Delivery[]]
    }
  })
}
