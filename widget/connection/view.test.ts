import { expect, test } from 'vitest'
import { entries, line, message, stage, welcome } from './play.ts'

const seqs = (it: ReturnType<typeof stage>) => it.state().view.lines.map(({ seq }) => seq)

function again(it: ReturnType<typeof stage>): void {
  it.happen({ on: 'closed', socket: it.state().sockets, code: 1006 }, { on: 'timer', name: 'retry' })
  it.opens()
}

test('[W3] a welcome that takes up the cursor goes on with the view', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1), message(2, 'bot')))
  again(it)
  it.hear({ ...welcome, after: 2, head: 3 }, entries(message(3, 'bot')))
  expect(seqs(it)).toEqual([1, 2, 3])
})

test.each([
  ['from the start', { after: 0 }],
  ['in another life of the store', { after: 2, epoch: 'e2' }],
  ['in another conversation', { after: 2, conversation: 'cv_2' }]
])('[W3] a welcome %s begins the view again', (_, differently) => {
  const it = stage()
  it.live()
  it.hear(entries(line(1), message(2, 'bot')))
  again(it)
  it.hear({ ...welcome, ...differently })
  expect(seqs(it)).toEqual([])
})

test('[W4] a line that is known is not shown twice', () => {
  const it = stage()
  it.live()
  it.hear(
    entries(line(1), message(2, 'bot')),
    entries(message(2, 'bot'), message(3, 'bot')),
    entries(line(1))
  )
  expect(seqs(it)).toEqual([1, 2, 3])
})

test('[W4] a hole is asked for again from the last sure place, ever more slowly', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1)))
  for (const attempt of [0, 1, 2]) {
    it.wanted()
    it.hear(entries(message(3, 'bot')))
    expect(seqs(it)).toEqual([1])
    expect(it.wanted().at(-1)).toMatchObject({ do: 'backoff', name: 'retry', attempt })
    it.happen({ on: 'timer', name: 'retry' })
    it.opens()
    expect(it.sent()).toMatchObject([{ cursor: { seq: 1 } }])
    it.hear({ ...welcome, after: 1 })
  }
})

test('[W20] typing is over after ten seconds, with the next message of that party, or when the socket is lost', () => {
  const it = stage()
  it.live()
  const typing = () => it.state().typing
  it.hear({ type: 'typing', by: 'bot', state: 'start' }, { type: 'typing', by: 'agent', state: 'start' })
  expect(typing()).toEqual({ bot: true, agent: true })
  it.hear(entries(line(1), message(2, 'bot')))
  expect(typing()).toEqual({ bot: false, agent: true })
  it.happen({ on: 'timer', name: 'agent' })
  expect(typing()).toEqual({ bot: false, agent: false })
  it.hear({ type: 'typing', by: 'agent', state: 'start' })
  it.happen({ on: 'closed', socket: 1, code: 1006 })
  expect(typing()).toEqual({ bot: false, agent: false })
})

test('[W21] what was seen is told after a moment, once, and never backwards', () => {
  const it = stage()
  it.live({ seen: 1 })
  it.wanted()
  it.happen({ on: 'seen', seq: 2 }, { on: 'seen', seq: 3 }, { on: 'seen', seq: 2 })
  expect(it.sent()).toEqual([])
  it.happen({ on: 'timer', name: 'seen' }, { on: 'timer', name: 'seen' })
  expect(it.sent()).toEqual([{ type: 'seen', seq: 3 }])
})

test('[W21] what was seen while the relay was away is told when it is back', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1), message(2, 'bot')))
  it.happen({ on: 'closed', socket: 1, code: 1006 }, { on: 'seen', seq: 2 }, { on: 'timer', name: 'retry' })
  it.opens()
  it.wanted()
  it.hear({ ...welcome, after: 2, seen: 1 })
  expect(it.sent()).toEqual([{ type: 'seen', seq: 2 }])
})

test('[W19] keys are told at most every five seconds, and their end ten seconds after the last', () => {
  const it = stage()
  it.live()
  it.wanted()
  it.happen({ on: 'key' }, { on: 'key' })
  expect(it.sent()).toEqual([{ type: 'typing', state: 'start' }])
  it.happen({ on: 'timer', name: 'keys' }, { on: 'key' })
  expect(it.sent()).toEqual([{ type: 'typing', state: 'start' }])
  it.happen({ on: 'timer', name: 'fingers' })
  expect(it.sent()).toEqual([{ type: 'typing', state: 'stop' }])
})

test('[W19] sending ends the typing first', () => {
  const it = stage()
  it.live()
  it.happen({ on: 'key' })
  it.wanted()
  const frame = { type: 'say', id: 'aaaaaaaa', text: 'Hi' } as const
  it.happen({ on: 'say', item: { frame, text: 'Hi', at: 1, fate: { is: 'waiting' } } })
  expect(it.sent()).toEqual([{ type: 'typing', state: 'stop' }, frame])
})
