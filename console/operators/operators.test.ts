import { expect, test } from 'vitest'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Answer, Found, Wanted } from '../contract.ts'
import { createDesk } from '../state/desk.ts'
import { createOperators } from '../state/operators/operators.ts'
import { noQuery } from '../state/operators/query.ts'
import type { Delivered, Rotated } from '../subscriptions-contract.ts'
import { createMending } from './mending.ts'
import { createRefreshing } from './refreshing.ts'
import { createSearching } from './searching.ts'
import { createTelling } from './telling.ts'

const minute = 60_000

/** A clock that stands until it is moved. */
function createTime() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, run: () => void) {
      due.push({ at: now + ms, run })
      return () => undefined
    },
    pass(ms: number): void {
      const end = now + ms
      for (let next = due[0]; next && next.at <= end; next = due[0]) {
        due = due.slice(1)
        now = next.at
        next.run()
      }
      now = end
    }
  }
}

test('[OP52] a page is read anew while somebody looks, and rests when nobody has touched it for long', () => {
  const time = createTime()
  let [reads, isSeen, rests] = [0, true, false]
  const { touched } = createRefreshing({
    clock: time,
    isSeen: () => isSeen,
    read: () => void (reads += 1),
    rest: is => void (rests = is)
  })
  time.pass(20_000)
  expect(reads).toBe(4)
  isSeen = false
  time.pass(20_000)
  expect(reads).toBe(4)
  isSeen = true
  time.pass(11 * minute)
  expect(rests).toBe(true)
  const before = reads
  time.pass(minute)
  expect(reads).toBe(before)
  touched()
  expect(rests).toBe(false)
  time.pass(5_000)
  expect(reads).toBe(before + 1)
})

const found = (id: string, before?: number): Answer<Found> => ({
  is: 'ok',
  body: {
    conversations: [{ id, site: 's', bot: 'b', phase: 'bot', head: 1, openedAt: 0, at: 0 }],
    indexed: 1,
    ...(before !== undefined && { before })
  }
})
const unused = (): never => {
  throw new Error('nobody asks for this here')
}
const nothing: OperatorsRelay = {
  search: unused,
  summary: unused,
  timeline: unused,
  health: unused,
  deadLetters: unused,
  call: unused,
  revive: unused,
  reviveAll: unused,
  drop: unused,
  subscriptions: unused,
  turn: unused,
  replay: unused,
  deeds: unused,
  retention: unused,
  erase: unused,
  deliveries: unused,
  rotate: unused
}
const idsOf = (ops: ReturnType<typeof createOperators>) =>
  ops.found.value.value?.conversations.map(({ id }) => id)

test('[OP41] of two searches the last one counts, in whatever order they are answered', async () => {
  const ops = createOperators()
  const answers: ((answer: Answer<Found>) => void)[] = []
  const search = () => new Promise<Answer<Found>>(resolve => void answers.push(resolve))
  const { find } = createSearching(ops, { ...nothing, search })
  const both = [find({ ...noQuery, text: 'one' }), find({ ...noQuery, text: 'two' })]
  answers[1]?.(found('two'))
  answers[0]?.(found('one'))
  await Promise.all(both)
  expect(idsOf(ops)).toEqual(['two'])
})

test('[OP41] more of a search follows what is there', async () => {
  const ops = createOperators()
  const asked: Wanted[] = []
  const search = (wanted: Wanted) => {
    asked.push(wanted)
    return Promise.resolve(wanted.before === undefined ? found('one', 7) : found('two'))
  }
  const { find, more } = createSearching(ops, { ...nothing, search })
  await find({ ...noQuery, text: 'lamp' })
  await more()
  await more()
  expect(idsOf(ops)).toEqual(['one', 'two'])
  expect(asked).toMatchObject([{ text: 'lamp' }, { text: 'lamp', before: 7 }])
})

test('[OP46] letters are dropped one after the other, and no further once one could not be', async () => {
  const [desk, ops] = [createDesk(0), createOperators()]
  const asked: number[] = []
  const drop = (id: number) => {
    asked.push(id)
    const answers: Record<number, Answer<unknown>> = {
      2: { is: 'no', status: 404, error: 'unknown' },
      3: { is: 'no', status: 503, error: 'notStored', says: 'not stored; try again' }
    }
    return Promise.resolve(answers[id] ?? { is: 'ok' as const, body: {} })
  }
  let isRead: (() => void) | undefined
  const read = () => new Promise<void>(resolve => (isRead = resolve))
  const { drop: dropAll } = createMending(ops, { desk, relay: { ...nothing, drop }, read })
  dropAll([1, 2, 3, 4], 'a test')
  await expect.poll(() => isRead).toBeDefined()
  expect(ops.isBusy.value).toBe(true)
  dropAll([5], 'meanwhile')
  isRead?.()
  await expect.poll(() => desk.notice.value).toBe('That was not done: not stored; try again.')
  expect(asked).toEqual([1, 2, 3])
  expect(ops.isBusy.value).toBe(false)
})

const delivered = (id: number): Delivered => ({
  id,
  conversation: 'c',
  seq: id,
  kind: 'message',
  topics: ['chat.message'],
  owedAt: 0,
  state: 'done',
  attempts: []
})

test('[OP58] more of what was told last is asked for and read anew together, and what is hidden is not', async () => {
  const ops = createOperators()
  const asked: [string, number][] = []
  const answers: ((answer: Answer<{ deliveries: Delivered[]; before?: number }>) => void)[] = []
  const deliveries = (id: string, limit: number) => {
    asked.push([id, limit])
    return new Promise<Answer<{ deliveries: Delivered[]; before?: number }>>(
      resolve => void answers.push(resolve)
    )
  }
  const { again, deeds } = createTelling(ops, { ...nothing, deliveries })
  deeds.showTold('crm', true)
  answers[0]?.({ is: 'ok', body: { deliveries: [delivered(2)], before: 2 } })
  await expect.poll(() => ops.told.value.get('crm')?.page.is).toBe('ready')
  expect(ops.told.value.get('crm')?.page.value).toMatchObject({ isMore: true })
  deeds.moreTold('crm')
  void again()
  expect(asked).toEqual([
    ['crm', 50],
    ['crm', 100],
    ['crm', 100]
  ])
  expect(ops.told.value.get('crm')?.page.value?.lines).toHaveLength(1)
  deeds.showTold('crm', false)
  answers[1]?.({ is: 'ok', body: { deliveries: [delivered(2), delivered(1)] } })
  answers[2]?.({ is: 'ok', body: { deliveries: [delivered(2), delivered(1)] } })
  await new Promise(setImmediate)
  expect(ops.told.value.size).toBe(0)
})

test('[OP59] a new secret is held by the sheet that shows it, and by nothing else', async () => {
  const [ops, desk] = [createOperators(), createDesk(0)]
  const rotated: Rotated = { secret: 'whsec_new', oldUntil: 5 }
  const answers: Answer<Rotated>[] = [
    { is: 'ok', body: rotated },
    { is: 'no', status: 409, error: 'tooMany', says: 'wait' }
  ]
  const asked: number[] = []
  desk.place.value = { page: 'subscriptions', rest: '' }
  const rotate = async (_: string, seconds: number) => {
    asked.push(seconds)
    return answers.shift() ?? unused()
  }
  const mending = createMending(ops, { desk, relay: { ...nothing, rotate }, read: async () => undefined })
  mending.rotate('crm', 3_600)
  await expect.poll(() => desk.sheet.value).toEqual({ is: 'secret', subscription: 'crm', rotated })
  expect(desk.notice.value).toBeUndefined()
  const all = JSON.stringify(Object.values(ops).map(({ value }) => value))
  expect(all).not.toContain('whsec_new')
  desk.sheet.value = undefined
  mending.rotate('crm', 0)
  await expect.poll(() => desk.notice.value).toBe('That was not done: wait.')
  expect([desk.sheet.value, asked]).toEqual([undefined, [3_600, 0]])
})

test('[OP59] a new secret is shown to nobody who has come since, and on no other page', async () => {
  const leaves: ((desk: ReturnType<typeof createDesk>) => void)[] = [
    desk => void (desk.place.value = { page: 'health', rest: '' }),
    desk => void (desk.me.value = { name: 'ben', shown: 'Ben', role: 'operator' })
  ]
  for (const leave of leaves) {
    const [ops, desk] = [createOperators(), createDesk(0)]
    desk.place.value = { page: 'subscriptions', rest: '' }
    const rotate = async (): Promise<Answer<Rotated>> => {
      leave(desk)
      return { is: 'ok', body: { secret: 'whsec_new', oldUntil: 5 } }
    }
    const mending = createMending(ops, { desk, relay: { ...nothing, rotate }, read: async () => undefined })
    mending.rotate('crm', 0)
    await expect.poll(() => desk.notice.value).toContain('Rotate again.')
    expect(desk.sheet.value).toBeUndefined()
  }
})
