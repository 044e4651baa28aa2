import { signal } from '@preact/signals-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entries, line, message, stage } from '../connection/play.ts'
import type { Line, View } from '../connection/state.ts'
import { beginning } from './fold.ts'
import { followNews } from './news.ts'
import { followPhase, phaseOf } from './phase.ts'
import { answered, followAnswered, followRows, type Row, rowsOf } from './rows.ts'
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

test('[Z11] a log that grows at both ends is the same as one that is read whole', () => {
  const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 10 })
  fc.assert(
    fc.property(fc.array(kinds, { minLength: 1, maxLength: 40 }), steps, (made, grows) => {
      const { lines } = viewOf(made.map((make, index) => make(index + 2)))
      const [rows, phase, answers] = [followRows(), followPhase(), followAnswered()]
      let from = Math.floor(lines.length / 2)
      let to = from
      for (const [older, newer] of [...grows, [lines.length, lines.length] as const]) {
        from = Math.max(0, from - older)
        to = Math.min(lines.length, to + newer)
        const part = lines.slice(from, to)
        const base = phaseOf(lines.slice(0, from))
        expect(rows(part, [])).toEqual(rowsOf(part, []))
        if (part.length) expect(phase(part, base)).toEqual(phaseOf(part, base))
        expect(new Set(answers(part, []))).toEqual(new Set(answered(part, [])))
      }
    }),
    { numRuns: 300 }
  )
})

test('[Z11] what nobody heard says so also when it comes after the news of it', () => {
  const { lines } = viewOf([
    message(2, 'visitor', 'Hi', { id: 'aaaaaaaa' }),
    line(3, { kind: 'undelivered', of: 2 })
  ])
  const rows = followRows()
  rows(lines.slice(2), [])
  expect(rows(lines, [])).toEqual(rowsOf(lines, []))
})

test('[Z11] another log is read anew', () => {
  const rows = followRows()
  const [one, other] = [viewOf([message(2, 'bot')]), viewOf([message(2, 'agent', 'Hi', { name: 'Kim' })])]
  rows(one.lines, [])
  expect(rows(other.lines, [])).toEqual(rowsOf(other.lines, []))
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
  expect(beginning('short')).toBeUndefined()
  expect(beginning('a\n'.repeat(20))).toBeUndefined()
  expect(beginning('line\n'.repeat(100))).toMatch(/^(line\n){16}line…$/)
  expect(beginning('word '.repeat(1_000))?.length).toBeLessThanOrEqual(901)
  expect(beginning('😀'.repeat(2_000))).not.toMatch(/\p{Surrogate}/u)
})
