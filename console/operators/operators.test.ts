import { expect, test } from 'vitest'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Answer, Found, Wanted } from '../contract.ts'
import type { DeedTold } from '../records-contract.ts'
import { createDesk } from '../state/desk.ts'
import { createOperators } from '../state/operators/operators.ts'
import { noQuery } from '../state/operators/query.ts'
import type { Delivered, Rotated } from '../subscriptions-contract.ts'
import { createFollowing } from './following.ts'
import { createMending } from './mending.ts'
import { createRecording } from './recording.ts'
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

const aSummary = { id: 'c1', site: 's', bot: 'b', phase: 'bot', head: 1, openedAt: 0, at: 0 } as const
const found = (id: string, before?: number): Answer<Found> => ({
  is: 'ok',
  body: {
    conversations: [{ ...aSummary, id }],
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

test('[OP43] whoever comes back to a timeline before another one was there has it as one that is come to', async () => {
  const ops = createOperators()
  const summary = (id: string) =>
    id === 'c2'
      ? new Promise<never>(() => undefined)
      : Promise.resolve({ is: 'ok' as const, body: { summary: { ...aSummary, id } } })
  const timeline = () => Promise.resolve({ is: 'ok' as const, body: { entries: [] } })
  const follow = createFollowing(ops, { ...nothing, summary, timeline })
  await follow({ id: 'c1' })
  void follow({ id: 'c2', at: 7 })
  expect(ops.pointed.value).toBe(7)
  await follow({ id: 'c1' })
  expect([ops.pointed.value, ops.timeline.value.is]).toEqual([undefined, 'ready'])
})

test('[OP74] a timeline that is not there is not said to be on its way each time that it is looked for', async () => {
  const ops = createOperators()
  const summary = () => Promise.resolve({ is: 'no' as const, status: 404, error: 'unknown' })
  const follow = createFollowing(ops, { ...nothing, summary })
  await follow({ id: 'c1' })
  const told: string[] = []
  ops.timeline.subscribe(({ is }) => void told.push(is))
  await follow({ id: 'c1' })
  expect(told).not.toContain('loading')
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
  expect(desk.notice.value).toMatch(/still being done/)
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
  const sheet = { is: 'secret', subscription: 'crm', rotated, overlapSeconds: 3_600 }
  await expect.poll(() => desk.sheet.value).toEqual(sheet)
  expect(desk.notice.value).toBeUndefined()
  const all = JSON.stringify(Object.values(ops).map(({ value }) => value))
  expect(all).not.toContain('whsec_new')
  desk.sheet.value = undefined
  mending.rotate('crm', 0)
  await expect.poll(() => desk.notice.value).toBe('That was not done: wait.')
  expect([desk.sheet.value, asked]).toEqual([undefined, [3_600, 0]])
})

test.each([
  [{ is: 'no', status: 0, error: 'unreachable' } as const, /not known whether/],
  [{ is: 'no', status: 502, error: 'fault' } as const, /not known whether/],
  [
    { is: 'no', status: 503, error: 'notStored', says: 'not stored; try again' } as const,
    /That was not done/
  ],
  [{ is: 'no', status: 403, error: 'forbidden' } as const, /That was not done/]
])('[OP74] what nobody answered is not said to be undone: %j', async (answer, says) => {
  const [ops, desk] = [createOperators(), createDesk(0)]
  const [erase, rotate] = [() => Promise.resolve(answer), () => Promise.resolve(answer)]
  const relay = { ...nothing, erase, rotate }
  const mending = createMending(ops, { desk, relay, read: async () => undefined })
  mending.erase('c1')
  await expect.poll(() => desk.notice.value).toMatch(says)
  desk.notice.value = undefined
  mending.rotate('crm', 0)
  await expect
    .poll(() => desk.notice.value)
    .toMatch(answer.status === 0 || answer.status === 502 ? /Rotate again/ : says)
})

const deed = (id: number): DeedTold =>
  ({ id, at: id, who: 'otto', what: '/presence', network: 'here' }) as DeedTold
const manyDeeds = (from: number, count: number) => Array.from({ length: count }, (_, nth) => deed(from - nth))

/** A relay whose answers about deeds a test gives, one by one, in any order. */
function atRecords() {
  const ops = createOperators()
  const answers: ((deeds: readonly DeedTold[]) => void)[] = []
  const deeds = () =>
    new Promise<Answer<{ deeds: readonly DeedTold[] }>>(
      resolve => void answers.push(all => resolve({ is: 'ok', body: { deeds: all } }))
    )
  const retention = () => Promise.resolve({ is: 'ok' as const, body: { sites: [] } })
  const idsOfDeeds = () => ops.records.value.value?.deeds.map(({ id }) => id)
  return { ops, answers, idsOfDeeds, ...createRecording(ops, { ...nothing, deeds, retention }) }
}

test('[OP70] older deeds come also where the newest were read anew meanwhile', async () => {
  const { answers, idsOfDeeds, read, more } = atRecords()
  const first = read()
  answers[0]?.(manyDeeds(150, 100))
  await first
  const older = more()
  const again = read()
  answers[2]?.(manyDeeds(150, 100))
  await again
  answers[1]?.(manyDeeds(50, 50))
  await older
  expect(idsOfDeeds()).toEqual(manyDeeds(150, 150).map(({ id }) => id))
})

test('[OP70] of two readings the last one counts, in whatever order they are answered', async () => {
  const { answers, idsOfDeeds, read } = atRecords()
  const both = [read(), read()]
  answers[1]?.(manyDeeds(3, 3))
  answers[0]?.(manyDeeds(2, 2))
  await Promise.all(both)
  expect(idsOfDeeds()).toEqual([3, 2, 1])
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
