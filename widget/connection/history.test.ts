import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entries, line, message, type Stage, stage, welcome } from './play.ts'

const seqs = (it: Stage) => it.state().view.lines.map(({ seq }) => seq)
const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index, 'bot'))
const older = (conversation: string, ...of: object[]) => ({ type: 'older', conversation, entries: of })
const asksFor = (before: number) => ({ type: 'older', conversation: 'cv_1', before, limit: 50 })
const ended = { ...welcome, version: 2, resumed: false, after: 70, head: 72, phase: { is: 'waiting' } }

function again(it: Stage): void {
  it.happen({ on: 'closed', socket: it.state().sockets, code: 1006 }, { on: 'timer', name: 'retry' })
  it.opens()
}

/** Live, with lines 71 and 72 of a longer log. */
function late(): Stage {
  const it = stage()
  it.live(ended as never)
  it.hear(entries(...lines(71, 72)))
  it.wanted()
  return it
}

test('[U1] the first hello asks for the newest entries, and the view begins where the welcome says', () => {
  const it = stage()
  it.happen({ on: 'wake' })
  it.opens()
  expect(it.sent()).toMatchObject([{ last: 50 }])
  it.hear(ended)
  expect(it.state().view).toMatchObject({ from: 71, base: { is: 'waiting' }, lines: [] })
  it.hear(entries(...lines(71, 72)))
  expect(seqs(it)).toEqual([71, 72])
})

test('[U1] a socket lost before the first entry goes on from the same place', () => {
  const it = stage()
  it.live(ended as never)
  again(it)
  expect(it.sent()).toContainEqual(
    expect.objectContaining({ cursor: { epoch: 'e1', conversation: 'cv_1', seq: 70 } })
  )
  it.hear({ ...ended, resumed: true, phase: { is: 'bot' } }, entries(...lines(71, 72)))
  expect(it.state().view).toMatchObject({ from: 71, base: { is: 'waiting' } })
})

test('[U1] a suffix is no resumption: where the relay says that the cursor does not hold, the view begins again', () => {
  const it = late()
  again(it)
  it.hear({ ...ended, after: 72, head: 122 })
  expect(it.state().view).toMatchObject({ from: 73, lines: [] })
})

test('[U1] a relay of version 1 sends everything, and says nothing of resuming', () => {
  const it = stage()
  it.live()
  it.hear(entries(...lines(1, 3)))
  expect(it.state().view.from).toBe(1)
  again(it)
  it.hear({ ...welcome, after: 3 }, entries(...lines(4, 4)))
  expect(seqs(it)).toEqual([1, 2, 3, 4])
})

test('[U2] older lines go before those that are known, down to the first', () => {
  const it = late()
  it.happen({ on: 'older' })
  expect(it.sent()).toEqual([asksFor(71)])
  expect(it.state().older).toBe(true)
  it.hear(older('cv_1', ...lines(21, 70)))
  expect(it.state()).toMatchObject({ older: false, view: { from: 21, base: { is: 'waiting' } } })
  it.happen({ on: 'older' })
  it.hear(older('cv_1', line(1), ...lines(2, 20)))
  expect(it.state().view).toMatchObject({ from: 1, base: { is: 'bot' } })
  expect(seqs(it)).toEqual(Array.from({ length: 72 }, (_, index) => index + 1))
})

test.each([
  ['for another conversation', older('cv_9', ...lines(21, 70)), []],
  ['that was not asked for', older('cv_1', ...lines(21, 70)), []],
  ['that does not join', older('cv_1', ...lines(21, 60)), []],
  ['that overlaps', older('cv_1', ...lines(69, 71)), [69, 70]],
  ['with a hole', older('cv_1', ...lines(60, 65), ...lines(67, 70)), [67, 68, 69, 70]],
  ['with nothing', older('cv_1'), []]
])('[U2] an older page %s makes neither a hole nor a double', (why, page, joined) => {
  const it = late()
  if (why !== 'that was not asked for') it.happen({ on: 'older' })
  it.hear(page)
  expect(seqs(it)).toEqual([...joined, 71, 72])
})

test('[U3] older lines are asked for one page at a time, and never before the first', () => {
  const it = late()
  it.happen({ on: 'older' }, { on: 'older' })
  expect(it.sent()).toEqual([asksFor(71)])
  const whole = stage()
  whole.live()
  whole.hear(entries(line(1)))
  whole.wanted()
  whole.happen({ on: 'older' })
  expect(whole.sent()).toEqual([])
  expect(whole.state().older).toBe(false)
})

test('[U3] an answer that was lost with its socket is asked for again on the next one', () => {
  const it = late()
  it.happen({ on: 'older' }, { on: 'past' }, { on: 'readPast', id: 'cv_0' as never })
  it.wanted()
  again(it)
  it.wanted()
  it.hear({ ...ended, resumed: true, after: 72 })
  expect(it.sent()).toEqual([
    asksFor(71),
    { type: 'past' },
    { type: 'older', conversation: 'cv_0', limit: 50 }
  ])
  it.hear({ type: 'past', conversations: [] })
  again(it)
  it.wanted()
  it.hear({ ...ended, after: 80, head: 130 })
  expect(it.sent()).toEqual([{ type: 'older', conversation: 'cv_0', limit: 50 }])
  expect(it.state().older).toBe(false)
})

test('[U4] the list of conversations comes, and comes anew each time it is asked for', () => {
  const it = late()
  const list = [{ id: 'cv_0', openedAt: 1, lastAt: 2, closed: true, preview: 'Bye' }]
  expect(it.state().past).toBe(undefined)
  it.happen({ on: 'past' })
  expect(it.sent()).toEqual([{ type: 'past' }])
  it.hear({ type: 'past', conversations: list })
  expect(it.state().past).toEqual(list)
  it.happen({ on: 'past' })
  expect(it.sent()).toEqual([{ type: 'past' }])
})

test('[U4] an earlier conversation is read from its end, page by page, beside the one that is open', () => {
  const it = late()
  const id = 'cv_0' as never
  it.happen({ on: 'readPast', id }, { on: 'readPast', id })
  expect(it.sent()).toEqual([{ type: 'older', conversation: 'cv_0', limit: 50 }])
  expect(it.state().reading).toEqual({ id, lines: [], from: 0, loading: true })
  it.hear(older('cv_0', ...lines(11, 60)))
  expect(it.state().reading).toMatchObject({ from: 11, loading: false })
  it.happen({ on: 'readPast', id })
  expect(it.sent()).toEqual([{ type: 'older', conversation: 'cv_0', before: 11, limit: 50 }])
  it.hear(older('cv_0', line(1), ...lines(2, 10)))
  expect(it.state().reading).toMatchObject({ from: 1, loading: false })
  expect(it.state().reading?.lines).toHaveLength(60)
  it.happen({ on: 'readPast', id })
  expect(it.sent()).toEqual([])
  expect(seqs(it)).toEqual([71, 72])
})

test('[U4] of a conversation that is not there nothing is read, and the open one is read as it is', () => {
  const it = late()
  it.happen({ on: 'readPast', id: 'cv_9' as never })
  it.hear(older('cv_9'))
  expect(it.state().reading).toMatchObject({ lines: [], from: 1, loading: false })
  it.wanted()
  it.happen({ on: 'readPast', id: 'cv_1' as never })
  expect(it.sent()).toEqual([])
})

/** A relay with one log of 120 lines, of which it tells what it is asked for. */
function relayFor(it: Stage, cursor: () => number) {
  const log = lines(1, 120)
  const after = (seq: number, many: number) => log.slice(seq, seq + many)
  return {
    cut: () => it.happen({ on: 'closed', socket: it.state().sockets, code: 1006 }),
    back(resumes: boolean) {
      it.happen({ on: 'wake' })
      if (it.state().link.is === 'opening') it.opens()
      const place = resumes ? cursor() : 70
      const greeted = { ...welcome, version: 2, resumed: resumes && place > 0, after: place, head: 120 }
      if (it.state().link.is === 'greeting') it.hear(greeted)
    },
    more: (many: number) => it.hear(entries(...after(Math.max(cursor(), 1), many), ...after(119, 0))),
    repeat: (place: number) => it.hear(entries(...after(place, 3))),
    older: () => it.happen({ on: 'older' }),
    answer(shift: number) {
      const { from } = it.state().view
      it.hear(older('cv_1', ...log.slice(Math.max(0, from - 51), Math.max(0, from - 1 + shift))))
    }
  }
}

test('[U12] whatever is cut, repeated or mixed, the view is a gapless run of the log', () => {
  const doing = fc.oneof(
    fc.constant(['cut'] as const),
    fc.tuple(fc.constant('back' as const), fc.boolean()),
    fc.tuple(fc.constant('more' as const), fc.integer({ min: 1, max: 9 })),
    fc.tuple(fc.constant('repeat' as const), fc.integer({ min: 0, max: 119 })),
    fc.constant(['older'] as const),
    fc.tuple(fc.constant('answer' as const), fc.integer({ min: -3, max: 3 }))
  )
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 60 }), doings => {
      const it = stage()
      const cursor = () => it.state().view.lines.at(-1)?.seq ?? it.state().view.from - 1
      const relay = relayFor(it, cursor)
      relay.back(false)
      for (const [what, how] of doings) {
        const act: (how: never) => void = relay[what]
        act(how as never)
        const { from, lines: known } = it.state().view
        expect(known.map(({ seq }) => seq)).toEqual(known.map((_, index) => from + index))
      }
    })
  )
})
