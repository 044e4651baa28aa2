import { expect, test } from 'vitest'
import { createActing } from './acting.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import { createDesk } from './state/desk.ts'
import { act, createTalk } from './state/talk.ts'

const clock = { now: () => 0, after: () => () => undefined } as unknown as Clock
const relay = { act: () => Promise.resolve({ is: 'ok', body: {} }) } as unknown as Relay

test('[DP7] whoever is heard of no more for 10 seconds types no more, though their stop was lost', () => {
  const desk = createDesk(0)
  createActing(desk, { relay, clock, own: new Set() })
  const talk = createTalk('c1')
  desk.talks.set('c1', talk)
  const passes = (ms: number) => {
    for (let left = ms; left > 0; left -= 5_000) desk.now.value += 5_000
  }
  act(talk, { kind: 'typing', by: 'visitor', state: 'start' })
  passes(10_000)
  act(talk, { kind: 'typing', by: 'visitor', state: 'start' })
  passes(10_000)
  expect(talk.typing.value).toBe('visitor')
  passes(5_000)
  expect(talk.typing.value).toBeUndefined()
})
