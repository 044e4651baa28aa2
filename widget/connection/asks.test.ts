import { expect, test } from 'vitest'
import { entries, item, line, message, type Stage, say, stage, welcome } from './play.ts'

const [one, two, three] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const
const conversation = 'cv_1' as never

const asked = (id: string, what: 'back' | 'close') =>
  item(id, { text: '', conversation, frame: { type: 'ask', id, what } })
const rated = (id: string) => item(id, { text: '', conversation, frame: { type: 'rate', id, score: 4 } })
const ids = (it: Stage) => it.state().unsent.map(({ frame }) => frame.id)

function again(it: Stage, frame: object = { after: 1 }): void {
  it.happen({ on: 'closed', socket: it.state().sockets, code: 1006 }, { on: 'timer', name: 'retry' })
  it.opens()
  it.wanted()
  it.hear({ ...welcome, ...frame })
}

function live(): Stage {
  const it = stage()
  it.live()
  it.hear(entries(line(1)))
  it.wanted()
  return it
}

test('[U5] what is asked for waits its turn behind what was said, and goes out again with its id', () => {
  const it = live()
  it.happen(say(one), { on: 'say', item: asked(two, 'back') }, { on: 'say', item: rated(three) })
  expect(it.wanted()).toContainEqual({ do: 'put', item: asked(two, 'back') })
  it.hear({ type: 'said', id: one, seq: 2 })
  expect(it.sent()).toEqual([{ type: 'ask', id: two, what: 'back' }])
  again(it)
  expect(it.sent()).toEqual([{ type: 'ask', id: two, what: 'back' }])
  it.hear({ type: 'said', id: two, seq: 3 })
  expect(it.sent()).toEqual([{ type: 'rate', id: three, score: 4 }])
  it.hear({ type: 'said', id: three, seq: 4 })
  expect(it.wanted()).toContainEqual({ do: 'drop', id: three })
  expect(ids(it)).toEqual([one])
})

test('[U5] what is asked for and refused for good is forgotten, and the next goes on', () => {
  const it = live()
  it.happen({ on: 'say', item: asked(one, 'back') }, say(two))
  it.wanted()
  it.hear({ type: 'refused', id: one, reason: 'noAction' })
  const wanted = it.wanted()
  expect(wanted).toContainEqual({ do: 'drop', id: one })
  expect(wanted).toContainEqual({ do: 'send', frame: { type: 'say', id: two, text: two } })
  expect(ids(it)).toEqual([two])
})

test('[U5] what was asked of a conversation is not asked of another', () => {
  const it = stage([asked(one, 'close'), rated(two), item(three)])
  it.live({ conversation: 'cv_2' as never })
  expect(it.sent()).toContainEqual({ type: 'say', id: three, text: three })
  expect(ids(it)).toEqual([three])
})

test('[U6] a new conversation that is wanted right after the close begins once the close is through', () => {
  const it = live()
  it.happen({ on: 'say', item: asked(one, 'close') }, { on: 'fresh' })
  expect(it.state().link.is).toBe('live')
  again(it)
  expect(it.sent()).toEqual([{ type: 'ask', id: one, what: 'close' }])
  it.hear({ type: 'said', id: one, seq: 2 })
  expect(it.state().link.is).toBe('opening')
  it.opens()
  expect(it.sent()).toMatchObject([{ type: 'hello', fresh: true }])
})

test('[U6] where the close is refused there is no new conversation either', () => {
  const it = live()
  it.happen({ on: 'say', item: asked(one, 'close') }, { on: 'fresh' })
  it.hear({ type: 'refused', id: one, reason: 'noAction' })
  expect(it.state()).toMatchObject({ anew: false, link: { is: 'live' } })
})

test('[U7] after the wish to be erased nothing else goes out, on this socket or the next', () => {
  const it = live()
  it.happen({ on: 'erase' })
  expect(it.sent()).toEqual([{ type: 'erase' }])
  const wishes = [
    say(one),
    { on: 'key' },
    { on: 'seen', seq: 1 },
    { on: 'timer', name: 'seen' },
    { on: 'older' },
    { on: 'past' },
    { on: 'readPast', id: 'cv_0' as never },
    { on: 'page', page: { url: 'https://shop.example/' } }
  ] as const
  it.happen(...wishes)
  expect(it.sent()).toEqual([])
  again(it)
  expect(it.sent()).toEqual([{ type: 'erase' }])
})

test('[U7] who was erased has nothing left, here either', () => {
  const it = live()
  it.happen(say(one), { on: 'past' }, { on: 'erase' })
  it.hear({ type: 'past', conversations: [] }, message(2, 'bot'))
  it.wanted()
  it.hear({ type: 'bye', reason: 'erased' })
  const done = it.wanted().map(effect => effect.do)
  expect(done).toEqual(expect.arrayContaining(['drop', 'forget', 'leave']))
  expect(it.state()).toMatchObject({
    unsent: [],
    past: undefined,
    erasing: false,
    view: { conversation: undefined, lines: [] }
  })
  it.happen({ on: 'timer', name: 'retry' })
  it.opens()
  expect(it.sent()).toEqual([{ type: 'hello', version: 2, site: 'shop', last: 50 }])
})

test('[U10] receipts are taken as they come, and never go backwards', () => {
  const it = stage()
  it.live({ delivered: 3, read: 1, can: { receipts: true } })
  expect(it.state().view).toMatchObject({ can: { receipts: true }, receipts: { delivered: 3, read: 1 } })
  it.hear({ type: 'receipts', delivered: 5, read: 3 }, { type: 'receipts', delivered: 4, read: 4 })
  expect(it.state().view.receipts).toEqual({ delivered: 5, read: 4 })
})

test('[U11] another page is told to a relay that is there', () => {
  const page = { url: 'https://shop.example/cart', data: { items: 2 } }
  const it = live()
  it.happen({ on: 'page', page })
  expect(it.sent()).toEqual([{ type: 'page', page }])
  it.happen({ on: 'closed', socket: 1, code: 1006 }, { on: 'page', page })
  expect(it.sent()).toEqual([])
})
