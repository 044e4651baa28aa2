import { effect, Signal, signal } from '@preact/signals-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entries, item, line, message, stage } from '../connection/play.ts'
import { emptyView, initial, type Line, type View } from '../connection/state.ts'
import { english } from '../words/english.ts'
import { createChatState } from './chat.ts'
import { beginning } from './fold.ts'
import { isLong } from './long.ts'
import { followNews } from './news.ts'
import { followLog, type Row, rowsOf, withUnsent } from './rows.ts'
import { createWindow } from './window.ts'

const kinds = fc.constantFrom<(seq: number) => object>(
  seq => message(seq, 'bot'),
  seq => message(seq, 'agent', 'Hi', { name: 'Kim' }),
  seq => message(seq, 'visitor', 'Hi', { id: `visitor-${seq}`, of: seq - 1 }),
  seq => line(seq, { kind: 'undelivered', of: Math.max(1, seq - 1) }),
  seq => line(seq, { kind: 'handover' }),
  seq => line(seq, { kind: 'taken', name: 'Kim' }),
  seq => line(seq, { kind: 'handback', why: 'agent' })
)

/** A log as the connection reads it. */
function viewOf(lines: readonly object[]): View {
  const it = stage()
  it.live()
  it.hear(entries(line(1), ...lines))
  return it.state().view
}

/** Without what hangs on all that was said since. */
const steady = (rows: readonly Row[]) =>
  rows.map(row => ({ ...row, ...(row.is === 'theirs' && { newest: false }) }))

test('[Z11] a log that grows at either end is the same as one that is read whole', () => {
  fc.assert(
    fc.property(fc.array(kinds, { minLength: 1, maxLength: 40 }), fc.nat(40), (made, known) => {
      const { lines } = viewOf(made.map((make, index) => make(index + 2)))
      const [older, newer] = [lines.slice(0, known), lines.slice(known)]
      const all = rowsOf(lines, [])
      const phaseOf = (part: readonly Line[]) => followLog()(part).phase
      expect(phaseOf(newer) ?? phaseOf(older)).toEqual(phaseOf(lines))
      expect(all.map(({ key }) => key)).toEqual(
        [...rowsOf(older, []), ...rowsOf(newer, [])].map(({ key }) => key)
      )
      // What others said, and the notes, are what they were; only one's own may have been lost meanwhile.
      const others = (rows: readonly Row[]) => steady(rows).filter(({ by }) => by !== 'visitor')
      expect(others(all)).toEqual([...others(rowsOf(older, [])), ...others(rowsOf(newer, []))])
    }),
    { numRuns: 300 }
  )
})

test('[Z11] a log that is asked for as it grows, shrinks and begins anew is the same as one that is read whole', () => {
  const reach = fc.tuple(fc.nat(40), fc.nat(40))
  fc.assert(
    fc.property(fc.array(kinds, { minLength: 1, maxLength: 40 }), fc.array(reach), (made, reaches) => {
      const { lines } = viewOf(made.map((make, index) => make(index + 2)))
      const follow = followLog()
      for (const [from, to] of reaches) {
        const part = lines.slice(Math.min(from, to), Math.max(from, to))
        const unsent = to % 3 ? [] : [item('aaaaaaaa')]
        expect(withUnsent(follow(part), unsent)).toEqual(rowsOf(part, unsent))
      }
    }),
    { numRuns: 300 }
  )
})

/** A list that counts how often something in it is looked at. */
function counting<Item>(items: readonly Item[], looks: { count: number }): readonly Item[] {
  return new Proxy(items, {
    get(list, key, proxy) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks.count += 1
      return Reflect.get(list, key, proxy)
    }
  })
}

/** How many lines of so long a log are looked at for one message more, by all that is shown. */
function looksFor(length: number): number {
  const texts = (from: number, to: number) =>
    rowsFor(to - from, from).flatMap(row => (row.is === 'theirs' ? row.message : []))
  const chat = createChatState({
    words: english,
    title: undefined,
    visible: true,
    now: () => 0,
    after: () => () => {}
  })
  const looks = { count: 0 }
  let lines: readonly Line[] = texts(0, length)
  const tell = () => {
    const view = { ...emptyView, head: length, lines: counting(lines, looks) }
    chat.link.value = { ...initial([]), view }
  }
  chat.open.value = true
  tell()
  chat.window.value = createWindow(chat)
  const shown = Object.values(chat).filter(one => one instanceof Signal)
  const stops = shown.map(one => effect(() => void one.value))
  looks.count = 0
  for (let more = 0; more < 10; more += 1) {
    lines = [...lines, ...texts(length + more, length + more + 1)]
    tell()
  }
  for (const stop of stops) stop()
  return looks.count / 10
}

test('[Z14] one message more is as little work in a log of ten thousand as in one of a hundred', () => {
  const [short, long] = [looksFor(100), looksFor(10_000)]
  expect(long).toBe(short)
  expect(long).toBeLessThan(60)
})

test('[Z11] what nobody heard says so also when it comes after the news of it', () => {
  const { lines } = viewOf([
    message(2, 'visitor', 'Hi', { id: 'aaaaaaaa' }),
    line(3, { kind: 'undelivered', of: 2 })
  ])
  expect(rowsOf(lines.slice(2), [])).toEqual([])
  expect(rowsOf(lines, [])).toMatchObject([{ is: 'mine', lost: true, line: { seq: 2 } }])
})

const rowsFor = (count: number, first = 0): Row[] =>
  rowsOf(
    Array.from(
      { length: count },
      (_, index): Line => ({
        kind: 'message',
        by: 'bot',
        seq: first + index + 1,
        at: 0,
        content: { kind: 'text', text: 'x' }
      })
    ),
    []
  ).slice()

test('[Z12] what is drawn covers what is seen, and the others leave their room', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(60_000), fc.boolean(), (count, top, end) => {
      const atEnd = signal(end)
      const window = createWindow({ rows: signal(rowsFor(count + 1)), atEnd })
      const all = window.drawn.value
      window.look(top, 600)
      const { pieces, after } = window.drawn.value
      const rooms = (one: typeof all) => one.after + one.pieces.reduce((sum, piece) => sum + piece.room, 0)
      expect(pieces.length).toBeGreaterThan(0)
      expect(pieces.length).toBeLessThanOrEqual(60)
      // Every row of this log is 47 px high, as far as anybody knows.
      expect(rooms(window.drawn.value) + pieces.length * 47).toBe((count + 1) * 47)
      expect(after).toBeGreaterThanOrEqual(0)
    })
  )
})

test('[Z12] the row at the edge stays the same when others come before it or after it', () => {
  const rows = signal(rowsFor(500, 100))
  const window = createWindow({ rows, atEnd: signal(false) })
  expect(window.drawn.value.rows).toHaveLength(500)
  window.look(10_000, 600)
  const keyAt = () => window.drawn.value.rows[window.place()?.index ?? -1]?.key
  const [key, above] = [keyAt(), window.place()?.above]
  rows.value = rowsFor(600, 0)
  expect([keyAt(), window.place()?.above]).toEqual([key, above])
  rows.value = rowsFor(700, 0)
  expect([keyAt(), window.place()?.above]).toEqual([key, above])
})

test('[Z25] the first row that is seen stays, whatever those that it follows turn out to be', () => {
  const rows = signal(rowsFor(500, 100))
  const window = createWindow({ rows, atEnd: signal(false) })
  const at = () => ({ key: window.drawn.value.rows[window.place()?.index ?? -1]?.key, ...window.place() })
  window.look(-135, 600, 50)
  const { key } = at()
  window.measure(49, 700)
  expect(at()).toEqual({ key, index: 50, above: -135 })
  rows.value = rowsFor(600, 0)
  window.measure(149, 20)
  window.move(-40)
  expect(at()).toEqual({ key, index: 150, above: -175 })
})

test('[Z12] the row that has the focus is drawn wherever one is', () => {
  const window = createWindow({ rows: signal(rowsFor(1_000)), atEnd: signal(true) })
  window.keep('7')
  expect(window.drawn.value.pieces.map(({ row }) => row.key)).toContain('7')
  expect(window.drawn.value.pieces.length).toBeLessThanOrEqual(60)
})

test('[Z13] what is new is told once, and history never', () => {
  const news = followNews()
  const it = stage()
  const told = (open = true) => news(it.state().view, open).map(({ seq }) => seq)
  it.live({ head: 2 })
  expect(told()).toEqual([])
  it.hear(entries(line(1), message(2, 'bot')))
  expect(told()).toEqual([])
  it.hear(
    entries(message(3, 'bot'), message(4, 'visitor', 'Hi', { id: 'aaaaaaaa' }), line(5, { kind: 'handover' }))
  )
  expect(told()).toEqual([3, 5])
  expect(told()).toEqual([3, 5])
  it.hear(entries(message(6, 'agent', 'Hi', { name: 'Kim' })))
  expect(told(false)).toEqual([3, 5])
  it.hear(entries(message(7, 'agent', 'Hi', { name: 'Kim' })))
  expect(told()).toEqual([3, 5, 7])
})

test('[Z7] a long text keeps its beginning', () => {
  expect(['short', 'a\n'.repeat(20), 'a\n'.repeat(24), 'x'.repeat(1_201)].map(isLong)).toEqual([
    false,
    false,
    true,
    true
  ])
  expect(beginning('line\n'.repeat(100))).toMatch(/^(line\n){16}line…$/)
  expect(beginning('word '.repeat(1_000)).length).toBeLessThanOrEqual(901)
  expect(beginning('Well, it goes on. '.repeat(100))).toMatch(/goes on…$/)
  expect(beginning('😀'.repeat(2_000))).not.toMatch(/\p{Surrogate}/u)
})
