import { expect, test } from 'vitest'
import { byes } from '#shared/wire/byes.ts'
import { entries, line, message, say, stage, welcome } from './play.ts'

const lost = { on: 'closed', socket: 1, code: 1006 } as const

test('[W1] a socket that opens says hello first, with nothing on the screen yet and no token', () => {
  const it = stage()
  it.happen({ on: 'wake' })
  expect(it.wanted()).toEqual([
    { do: 'open', socket: 1 },
    { do: 'timer', name: 'welcome' }
  ])
  it.opens({ locale: 'en', page: { url: 'https://shop.example/' } })
  expect(it.sent()).toEqual([
    {
      type: 'hello',
      version: 2,
      site: 'shop',
      last: 50,
      locale: 'en',
      page: { url: 'https://shop.example/' }
    }
  ])
})

test('[W1] hello names the place up to which the log is on the screen', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1), message(2, 'bot')))
  it.happen(lost, { on: 'timer', name: 'retry' })
  it.wanted()
  it.opens()
  expect(it.sent()).toMatchObject([{ cursor: { epoch: 'e1', conversation: 'cv_1', seq: 2 } }])
})

test('[W2] a socket that was left may say what it likes', () => {
  const it = stage()
  it.live()
  it.happen(lost, { on: 'timer', name: 'retry' })
  const before = it.state()
  it.happen(
    { on: 'heard', socket: 1, frame: { type: 'bye', reason: 'site' } },
    { on: 'closed', socket: 1, code: 4404 },
    { on: 'opened', socket: 1, visit: { site: 'shop' } }
  )
  expect(it.state()).toBe(before)
})

test('[W13] silence is broken by a ping, and a relay that does not answer is left', () => {
  const it = stage()
  it.live()
  it.wanted()
  it.happen({ on: 'timer', name: 'ping' })
  expect(it.wanted()).toEqual([
    { do: 'send', frame: { type: 'ping' } },
    { do: 'timer', name: 'pong' }
  ])
  it.happen({ on: 'timer', name: 'pong' })
  expect(it.state().link).toEqual({ is: 'waiting', held: false })
})

test('[W13] any frame at all is as good as a pong', () => {
  const it = stage()
  it.live()
  it.happen({ on: 'timer', name: 'ping' })
  it.wanted()
  it.hear({ type: 'confetti' })
  expect(it.wanted()).toEqual([
    { do: 'cancel', name: 'pong' },
    { do: 'timer', name: 'ping' }
  ])
})

test('[W14] each failure in a row waits longer, and a frame that is good for something ends the row', () => {
  const it = stage()
  it.happen({ on: 'wake' })
  for (const socket of [1, 2, 3])
    it.happen({ on: 'closed', socket, code: 1006 }, { on: 'timer', name: 'retry' })
  const waits = it.wanted().filter(effect => effect.do === 'backoff')
  expect(waits.map(({ attempt }) => attempt)).toEqual([0, 1, 2])
  it.opens()
  it.hear(welcome)
  expect(it.state().attempt).toBe(3)
  it.hear({ type: 'pong' })
  expect(it.state().attempt).toBe(0)
})

test('[W15] a sign of the network ends the waiting', () => {
  const it = stage()
  it.happen({ on: 'wake' }, lost, { on: 'wake' })
  expect(it.state().link).toEqual({ is: 'opening', socket: 2 })
})

test('[W15] a sign of the network does not shorten what the relay asked for', () => {
  const it = stage()
  it.live()
  it.hear({ type: 'bye', reason: 'restarting', waitMs: 3000 })
  expect(it.wanted().at(-1)).toEqual({ do: 'backoff', name: 'retry', attempt: 0, atLeastMs: 3000 })
  it.happen({ on: 'wake' })
  expect(it.state().link).toEqual({ is: 'waiting', held: true })
})

test('[W15] a sign of the network puts a live socket to the test', () => {
  const it = stage()
  it.live()
  it.wanted()
  it.happen({ on: 'wake' })
  expect(it.sent()).toEqual([{ type: 'ping' }])
})

test.each(Object.entries(byes))(
  '[W16] after bye %s the widget does what the table says',
  (reason, { then, code }) => {
    const told = stage()
    told.live()
    told.hear({ type: 'bye', reason })
    const onlyClosed = stage()
    onlyClosed.live()
    onlyClosed.happen({ on: 'closed', socket: 1, code })
    for (const it of [told, onlyClosed]) {
      expect(it.state().link.is).toBe(then === 'stop' || then === 'identity' ? 'stopped' : 'waiting')
      const wanted = it.wanted().map(effect => effect.do)
      expect(wanted.includes('forget')).toBe(then === 'hello')
      expect(wanted.includes('refused')).toBe(then === 'identity')
    }
  }
)

test('[W16] once told to stop, nothing brings the widget back', () => {
  const it = stage()
  it.live()
  it.hear({ type: 'bye', reason: 'version' })
  it.wanted()
  it.happen({ on: 'wake' }, { on: 'pause' }, { on: 'timer', name: 'retry' }, say('aaaaaaaa'))
  expect(it.state().link).toEqual({ is: 'stopped', why: 'version' })
  expect(it.wanted()).toMatchObject([{ do: 'put' }])
})

test('[W17] a token is kept when it is given', () => {
  const it = stage()
  it.live({ token: 'secret' as never })
  expect(it.wanted()).toContainEqual({ do: 'keep', token: 'secret' })
})

test('[W18] a new conversation is asked for in hello, on a socket of its own and without a cursor', () => {
  const it = stage()
  it.live()
  it.hear(entries(line(1), line(2, { kind: 'closed' })))
  it.wanted()
  it.happen({ on: 'fresh' })
  it.opens()
  expect(it.sent()).toEqual([{ type: 'hello', version: 2, site: 'shop', fresh: true, last: 50 }])
  it.hear({ ...welcome, conversation: 'cv_2' })
  expect(it.state()).toMatchObject({ fresh: false, view: { conversation: 'cv_2', lines: [] } })
})

test('[W22] a page that goes away lets its socket go, and takes a new one when it is back', () => {
  const it = stage()
  it.live()
  it.wanted()
  it.happen({ on: 'pause' })
  expect(it.wanted()).toEqual([{ do: 'leave' }])
  it.happen({ on: 'wake' })
  expect(it.state().link).toEqual({ is: 'opening', socket: 2 })
})

test('[W23] a socket that brings no welcome in time is left for the next', () => {
  const it = stage()
  it.happen({ on: 'wake' })
  it.opens()
  it.happen({ on: 'timer', name: 'welcome' })
  expect(it.state().link.is).toBe('waiting')
})
