import { expect, test } from 'vitest'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Answer, Found, Wanted } from '../contract.ts'
import { createDesk } from '../state/desk.ts'
import { createOperators } from '../state/operators/operators.ts'
import { noQuery } from '../state/operators/query.ts'
import { createMending } from './mending.ts'
import { createRefreshing } from './refreshing.ts'
import { createSearching } from './searching.ts'

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
  erase: unused
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
