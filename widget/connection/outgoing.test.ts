import { expect, test } from 'vitest'
import { entries, item, line, message, say, stage, welcome } from './play.ts'

const [one, two, three] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const
const frame = (id: string) => ({ type: 'say', id, text: id })
const fates = (it: ReturnType<typeof stage>) =>
  it.state().unsent.map(({ frame, fate }) => `${frame.id} ${fate.is}`)

function backAgain(it: ReturnType<typeof stage>, frame: object = { after: 1 }): void {
  it.happen({ on: 'closed', socket: it.state().sockets, code: 1006 }, { on: 'timer', name: 'retry' })
  it.opens()
  it.wanted()
  it.hear({ ...welcome, ...frame })
}

test('[W5] what is said offline is shown and kept at once', () => {
  const it = stage()
  it.happen(say(one))
  expect(fates(it)).toEqual([`${one} waiting`])
  expect(it.wanted()).toEqual([{ do: 'put', item: item(one) }])
})

test('[W6] what was not sent goes out after the welcome: in order, one by one, each with its id', () => {
  const it = stage([item(one), item(two)])
  it.happen({ on: 'wake' })
  it.opens()
  it.wanted()
  it.hear(welcome)
  it.happen(say(three))
  expect(it.sent()).toEqual([frame(one)])
  it.hear({ type: 'said', id: one, seq: 2 })
  expect(it.sent()).toEqual([frame(two)])
  it.hear({ type: 'said', id: two, seq: 3 })
  expect(it.sent()).toEqual([frame(three)])
})

test('[W6] what was on its way when the socket was lost is sent again with the same id', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1)))
  it.happen(say(one))
  backAgain(it)
  expect(it.sent()).toEqual([frame(one)])
})

test('[W7] what is said stays on the screen until its entry takes its place', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1)))
  it.happen(say(one))
  it.hear({ type: 'said', id: one, seq: 2 })
  expect(it.wanted()).toContainEqual({ do: 'drop', id: one })
  expect(fates(it)).toEqual([`${one} sent`])
  it.hear(entries(message(2, 'visitor', one, { id: one })))
  expect(fates(it)).toEqual([])
})

test('[W7] an entry says the same as said, whichever comes first', () => {
  const it = stage()
  it.live()
  it.happen(say(one), say(two))
  it.wanted()
  it.hear(entries(line(1), message(2, 'visitor', one, { id: one })))
  expect(it.sent()).toEqual([frame(two)])
  it.hear({ type: 'said', id: one, seq: 2 })
  expect(fates(it)).toEqual([`${two} waiting`])
})

test('[W7] what stands in an earlier log of theirs is said, and nothing of it is left here', () => {
  const it = stage()
  it.live()
  it.happen(say(one))
  it.hear({ type: 'said', id: one, seq: 0 })
  expect(it.wanted()).toContainEqual({ do: 'drop', id: one })
  expect(fates(it)).toEqual([])
})

test('[W8] what is not answered in time is said again with the same id', () => {
  const it = stage()
  it.live()
  it.happen(say(one))
  it.wanted()
  it.happen({ on: 'timer', name: 'ack' })
  expect(it.sent()).toEqual([frame(one)])
})

test.each(['notStored', 'tooFast'] as const)(
  '[W9] what was refused as %s is tried again, and not overtaken',
  reason => {
    const it = stage()
    it.live()
    it.happen(say(one), say(two))
    it.wanted()
    it.hear({ type: 'refused', id: one, reason })
    const wanted = it.wanted()
    expect(wanted).toContainEqual({ do: 'backoff', name: 'again', attempt: 0, atLeastMs: 0 })
    expect(wanted.some(effect => effect.do === 'send')).toBe(false)
    it.happen(say(three))
    expect(it.sent()).toEqual([])
    it.happen({ on: 'timer', name: 'again' })
    expect(it.sent()).toEqual([frame(one)])
    it.hear({ type: 'refused', id: one, reason })
    expect(it.wanted()).toContainEqual({ do: 'backoff', name: 'again', attempt: 1, atLeastMs: 0 })
  }
)

test('[W9] the visitor need not wait for the next try', () => {
  const it = stage()
  it.live()
  it.happen(say(one))
  it.hear({ type: 'refused', id: one, reason: 'notStored' })
  it.wanted()
  it.happen({ on: 'retry', id: one })
  expect(it.sent()).toEqual([frame(one)])
})

test.each(['tooLong', 'conflict', 'closed', 'quiet', 'noAction'] as const)(
  '[W10] what was refused as %s stays with its reason, and the next goes on',
  why => {
    const it = stage()
    it.live()
    it.happen(say(one), say(two))
    it.wanted()
    it.hear({ type: 'refused', id: one, reason: why })
    const wanted = it.wanted()
    expect(wanted).toContainEqual({ do: 'put', item: item(one, { fate: { is: 'failed', why } }) })
    expect(wanted).toContainEqual({ do: 'send', frame: frame(two) })
    expect(fates(it)).toEqual([`${one} failed`, `${two} waiting`])
  }
)

test('[W10] what failed is sent again, or removed, by the visitor alone', () => {
  const it = stage([item(one, { fate: { is: 'failed', why: 'tooLong' } })])
  it.live()
  expect(it.sent()).not.toContainEqual(frame(one))
  it.happen({ on: 'retry', id: one })
  expect(it.sent()).toEqual([frame(one)])
  it.hear({ type: 'refused', id: one, reason: 'tooLong' })
  it.happen({ on: 'discard', id: one })
  expect(it.wanted().at(-1)).toEqual({ do: 'drop', id: one })
  expect(fates(it)).toEqual([])
})

test('[W11] what a closed conversation refused is said in the new one', () => {
  const it = stage()
  it.live()
  it.happen(say(one))
  it.hear({ type: 'refused', id: one, reason: 'closed' })
  it.happen({ on: 'fresh' })
  it.opens()
  it.wanted()
  it.hear({ ...welcome, conversation: 'cv_2' })
  expect(it.sent()).toEqual([frame(one)])
})

test('[W12] in another conversation a press means nothing, and an answer is only a text', () => {
  const conversation = 'cv_0' as never
  const press = item(one, { conversation, frame: { type: 'postback', id: one, seq: 3, action: 0 } })
  const answer = item(two, { conversation, frame: { type: 'say', id: two, text: two, of: 3 } })
  const it = stage([press, answer])
  it.live()
  const wanted = it.wanted()
  expect(wanted).toContainEqual({ do: 'drop', id: one })
  expect(wanted).toContainEqual({ do: 'send', frame: frame(two) })
})

test.each([
  ['waits', { is: 'waiting' }],
  ['was refused as closed', { is: 'failed', why: 'closed' }]
] as const)(
  '[W12] [FI62] where a file that %s was meant for another conversation its visitor is told, and its words go',
  (_, fate) => {
    const file = { type: 'file', id: one, file: 'f1' } as const
    const it = stage([item(one, { conversation: 'cv_0' as never, fate, frame: file }), item(two)])
    it.happen({ on: 'fresh' })
    it.opens()
    it.hear(welcome)
    expect(it.sent()).toContainEqual(file)
    it.hear({ type: 'refused', id: one, reason: 'noAction' })
    expect(it.state().unsent[0]?.fate).toEqual({ is: 'failed', why: 'noAction' })
    const wanted = it.wanted()
    expect(wanted).not.toContainEqual({ do: 'drop', id: one })
    expect(wanted).toContainEqual({ do: 'send', frame: frame(two) })
  }
)

test('[TB14] what has waited for more than a day is not sent before the visitor says so; what was said since is', () => {
  const day = 24 * 60 * 60_000
  const it = stage([item('aaaaaaaa', { at: 1 }), item('bbbbbbbb', { at: 2 * day })])
  it.happen({ on: 'wake' })
  it.opens({ now: 2 * day })
  it.hear(welcome)
  const says = () => it.sent().flatMap(frame => (isSay(frame) ? frame.id : []))
  expect(it.state().unsent[0]?.fate.is).toBe('old')
  expect(says()).toEqual(['bbbbbbbb'])
  it.hear({ type: 'said', id: 'bbbbbbbb', seq: 1 })
  it.happen({ on: 'retry', id: 'aaaaaaaa' })
  expect(says()).toEqual(['aaaaaaaa'])
})

const isSay = (frame: unknown): frame is { id: string } =>
  typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'say'
