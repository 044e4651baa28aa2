import { expect, test } from 'vitest'
import type { Attempt, DeliveryTold, HealthTold, LineTold } from '../../contract.ts'
import { openIn } from '../columns.ts'
import { deedOf, keys } from '../keys.ts'
import { hashOfPage, placeIn } from '../place.ts'
import { type Fetched, fetched, loading } from './fetched.ts'
import { charts, columnsOf, errorShare, rowsOf, stateOf } from './health.ts'
import { pageDeedOf, pageKeys } from './keys.ts'
import { byDestination, chosenOf, withChosen } from './letters.ts'
import { askedIn, noQuery, restOf, restOfTalk, wantedOf } from './query.ts'
import { rangeOf } from './range.ts'
import { delayOf, scaleTo } from './scale.ts'
import { snippetPieces } from './snippet.ts'
import { stepsOf } from './steps.ts'
import { isTroubled, totalsOf } from './totals.ts'
import { isLabelled, lanesOf, longestOf } from './waterfall.ts'

test('[OP40] every page has an address, which opens nothing on the desk', () => {
  expect(placeIn('#/health')).toEqual({ page: 'health', rest: '' })
  expect(placeIn(hashOfPage('conversations', '/cv_1?at=7'))).toEqual({
    page: 'conversations',
    rest: '/cv_1?at=7'
  })
  for (const hash of ['', '#', '#cv_1,cv_2', '#/', '#/nothing', '#health'])
    expect(placeIn(hash).page).toBe('desk')
  expect(openIn('#/health')).toEqual([])
})

test('[OP40] on a page the desk’s keys do nothing, and at the desk the page’s do not', () => {
  const press = (key: string) => ({ key, control: false, other: false, writing: false })
  expect([true, false].map(onPage => pageDeedOf(press('5'), onPage))).toEqual(['health', 'health'])
  expect([true, false].map(onPage => pageDeedOf(press('r'), onPage))).toEqual(['again', undefined])
  expect([true, false].map(atDesk => deedOf(press('r'), true, atDesk))).toEqual(['reply', undefined])
  expect(deedOf(press('?'), true, false)).toBe('help')
  expect(pageDeedOf({ ...press('5'), writing: true }, true)).toBeUndefined()
  expect(pageDeedOf({ ...press('r'), control: true }, true)).toBeUndefined()
  const everywhere = keys.filter(({ in: group }) => group === 'everywhere').map(({ key }) => key)
  const own = [...everywhere, ...pageKeys.map(({ key }) => key)]
  expect(new Set(own).size).toBe(own.length)
})

test('[OP41] a search is its address, whatever stands in it', () => {
  const query = {
    text: 'wo ist "meine" Lampe? 50% & mehr #1 ',
    site: 'lamps',
    platform: 'bots/support',
    phase: 'waiting',
    from: '2026-03-28',
    to: '2026-03-29'
  } as const
  expect(askedIn(restOf(query))).toEqual({ is: 'search', query })
  expect(restOf(noQuery)).toBe('')
  expect(askedIn('?phase=gone&from=yesterday&to=<b>')).toEqual({ is: 'search', query: noQuery })
  expect(askedIn(restOfTalk('cv_1/2', 7))).toEqual({ is: 'talk', id: 'cv_1/2', at: 7 })
  expect(askedIn('/cv_1?at=-1')).toEqual({ is: 'talk', id: 'cv_1' })
  expect(askedIn('/%E0%A4%A')).toEqual({ is: 'search', query: noQuery })
})

test('[OP41] days are where the operator is, from their first moment to their last, however long they are', () => {
  const wanted = wantedOf({ ...noQuery, text: ' ord ', from: '2026-03-28', to: '2026-03-29' }, 30)
  const first = new Date(2026, 2, 28).getTime()
  expect(wanted).toEqual({ text: 'ord ', from: first, to: new Date(2026, 2, 30).getTime() - 1, limit: 30 })
  expect(wantedOf(noQuery, 30)).toEqual({ limit: 30 })
})

test('[OP42] what is between the marks is found, and marks without a pair are nothing', () => {
  expect(snippetPieces('…an \u0002Order\u0003 for <b>\u0002Zoë\u0003')).toEqual([
    { text: '…an ', marked: false },
    { text: 'Order', marked: true },
    { text: ' for <b>', marked: false },
    { text: 'Zoë', marked: true }
  ])
  expect(snippetPieces('a\u0003b\u0002c')).toEqual([
    { text: 'a', marked: false },
    { text: 'b', marked: false },
    { text: 'c', marked: false }
  ])
  expect(snippetPieces('')).toEqual([])
})

const begin = 1_700_000_000_000
const attempt = (at: number, outcome: Attempt['outcome'], more: Partial<Attempt> = {}): Attempt => ({
  at: begin + at,
  tookMs: 10,
  outcome,
  ...more
})
const delivery = (more: Partial<DeliveryTold> = {}): DeliveryTold => ({
  id: 1,
  destination: 'bots/support',
  owedAt: begin + 2,
  state: 'done',
  attempts: [
    attempt(5, 'later', { status: 503, reason: 'busy' }),
    attempt(115, 'unknown'),
    attempt(325, 'taken', { status: 200, tookMs: 20 })
  ],
  ...more
})
const line = (more: Partial<LineTold> = {}): LineTold => ({
  seq: 2,
  at: begin,
  kind: 'message',
  by: 'visitor',
  text: 'Hello',
  committedAt: begin + 2,
  shownAt: begin + 8,
  readAt: begin + 4_000,
  deliveries: [delivery()],
  ...more
})

test('[OP43] every call and every wait between is drawn where it was', () => {
  const [relay, bot, visitor] = lanesOf(line(), begin + 60_000)
  expect(relay).toMatchObject({
    tookMs: 2,
    marks: [
      { is: 'accepted', at: 0 },
      { is: 'committed', at: 2 }
    ]
  })
  expect(bot?.bars.filter(({ is }) => is !== 'waits')).toEqual([
    { from: 5, to: 15, is: 'again', label: '503' },
    { from: 115, to: 125, is: 'again' },
    { from: 325, to: 345, is: 'well', label: '200' }
  ])
  expect(bot?.bars.filter(({ is }) => is === 'waits')).toEqual([
    { from: 2, to: 5, is: 'waits' },
    { from: 15, to: 115, is: 'waits' },
    { from: 125, to: 325, is: 'waits' }
  ])
  expect(bot).toMatchObject({ tries: 3, tookMs: 345, marks: [{ is: 'taken', at: 345 }] })
  expect(visitor?.marks).toEqual([
    { is: 'shown', at: 8 },
    { is: 'read', at: 4_000 }
  ])
})

test('[OP43] what is still owed goes on until now, and what was given up on ends where that was', () => {
  const owed = delivery({ state: 'owed', attempts: [attempt(5, 'later')] })
  const [, waiting] = lanesOf(line({ deliveries: [owed] }), begin + 9_000)
  expect(waiting?.bars).toContainEqual({ from: 15, to: 9_000, is: 'waits' })
  expect(waiting?.marks).toEqual([])
  expect(waiting?.tookMs).toBeUndefined()
  const dead = delivery({
    state: 'dead',
    settledAt: begin + 400,
    attempts: [attempt(5, 'refused', { status: 400 })]
  })
  expect(lanesOf(line({ deliveries: [dead] }), begin)[1]).toMatchObject({ marks: [{ is: 'dead', at: 400 }] })
  const dropped = { ...dead, state: 'dropped', dropped: { at: begin + 7_000, why: 'a test' } } as const
  expect(lanesOf(line({ deliveries: [dropped] }), begin)[1]).toMatchObject({
    marks: [{ is: 'dropped', at: 7_000 }]
  })
})

test('[OP43] where clocks disagree or nothing is known nothing is drawn before the beginning', () => {
  const odd = line({ committedAt: begin - 5, deliveries: [delivery({ owedAt: begin - 9, attempts: [] })] })
  const places = lanesOf(odd, begin).flatMap(({ bars, marks }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...marks.map(({ at }) => at)
  ])
  expect(Math.min(...places)).toBe(0)
  const bare: LineTold = { seq: 1, at: begin, kind: 'opened', deliveries: [] }
  expect(lanesOf(bare, begin)).toMatchObject([{ bars: [], marks: [{ is: 'accepted', at: 0 }] }])
  expect(stepsOf(bare).map(({ is }) => is)).toEqual(['accepted'])
})

test('[OP43] the same in words: every step in its order, with its delay', () => {
  expect(stepsOf(line()).map(({ is, afterMs }) => `${is} ${afterMs}`)).toEqual([
    'accepted 0',
    'committed 2',
    'owed 2',
    'attempt 5',
    'shown 8',
    'attempt 115',
    'attempt 325',
    'acknowledged 345',
    'read 4000'
  ])
  const dropped = delivery({
    state: 'dropped',
    reason: 'say: it answered 400',
    settledAt: begin + 20,
    dropped: { at: begin + 900, why: 'a test' },
    attempts: [attempt(5, 'refused', { status: 400 })]
  })
  expect(
    stepsOf(line({ deliveries: [dropped] })).filter(({ is }) => is === 'dead' || is === 'dropped')
  ).toMatchObject([
    { is: 'dead', afterMs: 20, reason: 'say: it answered 400' },
    { is: 'dropped', afterMs: 900, reason: 'a test' }
  ])
})

test('[OP43] a page comes to a few numbers, and what was not simple is told apart', () => {
  const simple = line({ seq: 3, deliveries: [delivery({ attempts: [attempt(5, 'taken')] })] })
  const dead = line({ seq: 4, deliveries: [delivery({ state: 'dead', attempts: [attempt(5, 'refused')] })] })
  expect([line(), simple, dead].map(isTroubled)).toEqual([true, false, true])
  expect(totalsOf([line(), simple, dead])).toEqual({
    entries: 3,
    attempts: 5,
    failed: 3,
    owed: 0,
    dead: 1,
    medianMs: 15,
    slowestMs: 345
  })
  expect(totalsOf([])).toEqual({ entries: 0, attempts: 0, failed: 0, owed: 0, dead: 0 })
})

test('[OP44] a millisecond and an hour are both seen, and nothing leaves the scale', () => {
  const scale = scaleTo(3_600_000)
  expect(scale.place(0)).toBe(0)
  expect(scale.place(3_600_000)).toBe(100)
  expect(scale.place(9e9)).toBe(100)
  expect(scale.place(-5)).toBe(0)
  expect(scale.place(5)).toBeGreaterThan(2)
  const gaps = scale.ticks.slice(1).map((tick, nth) => scale.place(tick) - scale.place(scale.ticks[nth] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(3)
  expect(scaleTo(0).ticks.at(-1)).toBe(1_000)
  expect(longestOf(lanesOf(line(), begin))).toBe(4_000)
})

test('[OP44] a status is written where there is room for it', () => {
  const [, lane] = lanesOf(line(), begin)
  if (!lane) throw new Error('there is no lane')
  const wide = { place: (ms: number) => ms / 5 }
  const narrow = { place: (ms: number) => ms / 100 }
  const first = lane.bars.findIndex(({ label }) => label === '503')
  const last = lane.bars.findIndex(({ label }) => label === '200')
  expect([isLabelled(lane, first, wide), isLabelled(lane, first, narrow)]).toEqual([true, false])
  expect(isLabelled(lane, last, narrow)).toBe(true)
})

test('[OP44] delays are as short as they can be said', () => {
  const said = [
    0,
    12.4,
    999,
    1_000,
    1_240,
    12_400,
    60_000,
    184_000,
    7_500_000,
    3 * 86_400_000 + 4 * 3_600_000
  ]
  expect(said.map(delayOf)).toEqual([
    '0 ms',
    '12 ms',
    '999 ms',
    '1 s',
    '1.2 s',
    '12 s',
    '1 min',
    '3 min 4 s',
    '2 h 5 min',
    '3 d 4 h'
  ])
})

const platform = {
  id: 'bots/support',
  kind: 'bot',
  calls: 0,
  errors: 0,
  webhooks: 0,
  lanes: 0,
  owed: 0,
  dead: 0
}
const minutes = {
  calls: [0, 4, 0],
  errors: [0, 1, 0],
  p50Ms: [null, 12, null],
  p99Ms: [null, 80, null],
  oursP50Ms: [null, 1, null],
  oursP99Ms: [null, 3, null],
  webhooks: [0, 0, 0],
  webhooksP99Ms: [null, null, null]
}
const told: HealthTold = {
  since: begin,
  platforms: [platform],
  series: { from: begin, stepMs: 60_000, platforms: { 'bots/support': minutes } }
}

test('[OP45] a chart and its table are made of the same columns', () => {
  const [calls, times] = charts
  expect(columnsOf(told, 'bots/support', calls)).toEqual([
    [begin / 1_000, begin / 1_000 + 60, begin / 1_000 + 120],
    [0, 4, 0],
    [0, 1, 0]
  ])
  expect(rowsOf(columnsOf(told, 'bots/support', times))).toEqual([
    { at: begin + 60_000, values: [12, 80, 3] }
  ])
  expect(rowsOf(columnsOf(told, 'bots/gone', calls))).toEqual([])
})

test('[OP45] how a platform is, in a word', () => {
  expect(stateOf(platform)).toBe('well')
  expect(stateOf({ ...platform, errors: 1 })).toBe('again')
  expect(stateOf({ ...platform, oldestOwedMs: 11_000 })).toBe('again')
  expect(stateOf({ ...platform, dead: 1 })).toBe('lost')
  expect(errorShare(platform)).toBeUndefined()
  expect(errorShare({ ...platform, calls: 8, errors: 1 })).toBe(12.5)
})

test('[OP46] only what is still there is chosen', () => {
  const letter = (id: number, destination: string) => ({
    id,
    destination,
    conversation: 'cv_1',
    seq: id,
    attempts: 1,
    reason: 'x',
    at: 0
  })
  const all = [letter(1, 'bots/a'), letter(2, 'topics/b'), letter(3, 'topics/b')]
  expect(byDestination(all)).toEqual([
    ['topics/b', 2],
    ['bots/a', 1]
  ])
  const chosen = withChosen(withChosen(new Set(), [1, 2, 9], true), [2], false)
  expect(chosenOf(all, chosen)).toEqual([1])
})

test('[OP48] a replay is of one conversation, or of a time that ends after it begins', () => {
  const fields = { conversation: '', from: '2026-03-09T10:00', to: '2026-03-09T11:00' }
  const [from, to] = [new Date(2026, 2, 9, 10).getTime(), new Date(2026, 2, 9, 11).getTime()]
  expect(rangeOf(fields)).toEqual({ from, to })
  expect(rangeOf({ ...fields, conversation: ' cv_1 ' })).toEqual({ conversation: 'cv_1' })
  expect(rangeOf({ ...fields, to: '' })).toBeUndefined()
  expect(rangeOf({ ...fields, from: fields.to, to: fields.from })).toBeUndefined()
})

test('[OP49] what was known stays beside a failure, and goes where it may no longer be seen', () => {
  const known: Fetched<number> = { is: 'ready', value: 1 }
  const no = (status: number) => ({ is: 'no', status, error: 'x', says: 'not stored' }) as const
  expect(fetched({ is: 'ok', body: 2 }, known, body => body)).toEqual({ is: 'ready', value: 2 })
  expect(fetched(no(503), known, () => 2)).toEqual({
    is: 'lacking',
    why: 'failed',
    says: 'not stored',
    value: 1
  })
  expect(fetched(no(0), known, () => 2)).toMatchObject({ why: 'unreachable', value: 1 })
  expect(fetched(no(403), known, () => 2)).toEqual({ is: 'lacking', why: 'forbidden', says: 'not stored' })
  expect(fetched(no(404), loading, () => 2)).toMatchObject({ why: 'unknown' })
})
