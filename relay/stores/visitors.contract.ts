import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Delivery } from '../conversation/delivery.ts'
import type { Store } from '../conversation/store.ts'
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
import type { StoreWorld } from './store.contract.ts'

const one = conversation('one')
const two = conversation('two')
const visitor = { hash: 'of one and two', site: 'shop' }

/** What every store must know, and be able to forget, of visitors. */
export function visitorsContract(name: string, createWorld: () => Promise<StoreWorld>): void {
  describe(`${name} and visitors`, () => {
    let world: StoreWorld
    let clock: TestClock
    let store: Store

    beforeEach(async () => {
      world = await createWorld()
      clock = testClock()
      store = await world.open('node-a', clock, 30_000)
      await store.append(opening(one, { visitor, entries: [{ ...opened(), at: 1 }] }))
      await store.append(adding(fromVisitor(2), one))
      await store.append(adding(fromBot(3), one, { received: { from: bot, ids: ['m3'], seq: 3 } }))
      await store.append(closing(one, 4))
      await store.append(opening(two, { visitor, entries: [{ ...opened(), at: 2 }] }))
      await store.append(opening(conversation('other'), { visitor: { hash: 'other', site: 'shop' } }))
    })
    afterEach(() => world.close())

    test('[U21] a log is read from any place back', async () => {
      expect(await store.readBefore(one, 3, 10)).toEqual([opened(), fromVisitor(2)])
      expect(await store.readBefore(one, Number.MAX_SAFE_INTEGER, 3)).toMatchObject([
        fromVisitor(2),
        fromBot(3),
        { kind: 'closed' }
      ])
      expect(await store.readBefore(conversation('none'), 9, 10)).toEqual([])
    })

    test('[U22] all conversations of a visitor are known, the newest first, and nobody else’s', async () => {
      expect(await store.had(visitor.hash, 10)).toEqual([
        { id: two, phase: 'bot', head: 1, openedAt: 2 },
        { id: one, phase: 'closed', head: 4, openedAt: 1 }
      ])
      expect(await store.had(visitor.hash, 1)).toMatchObject([{ id: two }])
      expect(await store.had('nobody', 10)).toEqual([])
      expect(await store.isOf(visitor.hash, one)).toBe(true)
      expect(await store.isOf('other', one)).toBe(false)
    })

    test('[S22] what a visitor said in another conversation of theirs is known by its id, and to nobody else', async () => {
      await store.append(adding(fromVisitor(2, 'again', 'client-anew'), two))
      const { hash } = visitor
      const said = 'client-2-0000'
      const before = (id: string, whose = hash, now = two) => store.saidElsewhere(whose, now, id)
      expect(await before(said)).toEqual([fromVisitor(2)])
      expect(await before(said, hash, one)).toEqual([])
      expect(await before('client-anew')).toEqual([])
      expect(await before('client-none')).toEqual([])
      expect(await before(said, 'other', conversation('other'))).toEqual([])
      await store.erase(hash)
      expect(await before(said)).toEqual([])
    })

    test('[U28] the first entry that is still owed is known', async () => {
      expect(await store.owedFrom(one, bot)).toBe(1)
      expect(await store.owedFrom(one, 'bots/other')).toBeUndefined()
      for (const delivery of await store.claim(10)) {
        if (delivery.entry.seq < 3) await store.settle(delivery, { kind: 'done' })
      }
      expect(await store.owedFrom(one, bot)).toBe(1)
    })

    test('[U26] of who is erased nothing is left, and of others everything', async () => {
      const deliveries: Delivery[] = []
      store.watch({ owed: more => deliveries.push(...more) })
      await store.append(adding(fromVisitor(5), one, { alarm: { at: 5, of: 5 } }))
      await store.markSeen(one, 2)
      const [delivery] = deliveries
      if (!delivery) throw new Error('nothing was owed')
      await store.link(delivery, 'cv_1')
      const gone = await store.erase(visitor.hash)
      expect([...(gone ?? [])].sort()).toEqual([one, two])
      expect(await store.read(one, 0, 10)).toEqual([])
      expect(await store.had(visitor.hash, 10)).toEqual([])
      expect(await store.visitor(visitor.hash)).toBeUndefined()
      expect(await store.byReceived(bot, ['m3'])).toBeUndefined()
      expect(await store.byAddress(bot, 'cv_1')).toBeUndefined()
      expect(await store.address(bot, one)).toBeUndefined()
      expect(await store.seen(one)).toBe(0)
      expect(await store.alarms(10, 10)).toEqual([])
      expect(await store.conversations({ limit: 10 })).toMatchObject([{ id: conversation('other'), head: 1 }])
      expect(await store.erase(visitor.hash)).toEqual([])
    })

    test('[U27] what comes back to an erased conversation does not bring it back', async () => {
      const deliveries: Delivery[] = []
      store.watch({ owed: more => deliveries.push(...more) })
      await store.append(adding(fromVisitor(5), one))
      await store.erase(visitor.hash)
      for (const delivery of deliveries) {
        await store.link(delivery, 'cv_9')
        await store.settle(delivery, { kind: 'done' })
      }
      expect(await store.byAddress(bot, 'cv_9')).toBeUndefined()
      expect((await store.append(adding(fromBot(6), one))).kind).toBe('failed')
      expect(await store.owe(one, 5, bot)).toBe(true)
      expect(await store.read(one, 0, 10)).toEqual([])
      expect((await store.append(opening(conversation('three')))).kind).toBe('appended')
    })

    test('[U27] what comes back late for who was erased settles nothing that is owed of anybody else', async () => {
      const other = conversation('other')
      const deliveries: Delivery[] = []
      store.watch({ owed: more => deliveries.push(...more) })
      await store.append(adding(fromVisitor(2), two))
      const [late] = deliveries
      if (!late) throw new Error('nothing was owed')
      await store.erase(visitor.hash)
      // A number that is free again may be given to the next.
      for (let seq = 2; seq < 9; seq += 1) await store.append(adding(fromVisitor(seq), other))
      await store.settle(late, { kind: 'trying' })
      await store.settle(late, { kind: 'later', dueAt: Number.MAX_SAFE_INTEGER, reason: 'not now' })
      await store.settle(late, { kind: 'dead', reason: 'given up on' })
      expect(await store.deadLetters(10)).toEqual([])
      await store.settle(late, { kind: 'done' })
      clock.move(30_001)
      const owed = await store.claim(100)
      expect(owed.map(({ entry }) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
      expect(owed.filter(({ attempts, tried }) => attempts > 0 || tried)).toEqual([])
    })

    test('[LW22] what comes back late does not settle the news of the erasure, whatever number that was given', async () => {
      const deliveries: Delivery[] = []
      store.watch({ owed: more => deliveries.push(...more) })
      await store.append(adding(fromVisitor(5), one))
      const [late] = deliveries
      if (!late) throw new Error('nothing was owed')
      const gone = await store.erase({ conversation: one }, { at: 7, owed: [bot] })
      expect([...(gone ?? [])].sort()).toEqual([one, two])
      await store.settle(late, { kind: 'trying' })
      await store.settle(late, { kind: 'dead', reason: 'given up on' })
      await store.link(late, 'cv_9')
      await store.settle(late, { kind: 'done' })
      clock.move(30_001)
      const owed = (await store.claim(100)).filter(({ conversation: of }) => of === one || of === two)
      expect(owed).toMatchObject([
        { destination: bot, entry: { seq: 6, kind: 'erased', at: 7, site: 'shop', bot } },
        { destination: bot, entry: { seq: 2, kind: 'erased', at: 7 } }
      ])
      expect(owed.some(({ tried }) => tried)).toBe(false)
      expect(await store.read(one, 0, 10)).toEqual([{ seq: 6, kind: 'erased', at: 7, site: 'shop', bot }])
    })

    test('[LW20] a visitor is found by any of their conversations, and one of a channel is that conversation', async () => {
      const alone = conversation('alone')
      const { visitor: _, ...unowned } = opening(alone)
      await store.append(unowned)
      expect(await store.visitorOf(two)).toBe(visitor.hash)
      expect(await store.visitorOf(alone)).toBeUndefined()
      expect(await store.erase({ conversation: alone })).toEqual([alone])
      expect(await store.erase({ conversation: alone })).toEqual([])
      expect(await store.read(one, 0, 10)).toHaveLength(4)
    })

    test('[U27] the alarm of who was erased takes nobody else’s with it', async () => {
      await store.append(adding(fromVisitor(2), two, { alarm: { at: 5, of: 2 } }))
      const [late] = await store.alarms(10, 10)
      if (!late) throw new Error('no alarm was set')
      await store.erase(visitor.hash)
      const other = conversation('other')
      await store.append(adding(fromVisitor(2), other, { alarm: { at: 6, of: 2 } }))
      await store.disarm(late)
      expect(await store.alarms(10, 10)).toMatchObject([{ conversation: other, of: 2 }])
    })
  })
}
