import { expect, test } from 'vitest'
import { createActing } from './acting.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Summary } from './contract.ts'
import { createDesk } from './state/desk.ts'

const clock = { now: () => 0, after: () => () => undefined } as unknown as Clock
const waiting: Summary = {
  id: 'c1',
  site: 'shop',
  bot: 'bots/support',
  phase: 'waiting',
  head: 2,
  openedAt: 0,
  at: 0,
  waiting: { since: 0, until: 1, metadata: {} }
}
const hadBy = (name: string): Summary => ({ ...waiting, phase: 'agent', agent: { name } })
const settled = () => new Promise(setImmediate)

function atDesk(answer: object = { is: 'ok', body: {} }) {
  const relay = { act: () => Promise.resolve(answer) } as unknown as Relay
  const desk = createDesk(0)
  desk.columns.value = { ...desk.columns.value, active: 'c1' }
  desk.me.value = { name: 'anna', shown: 'Anna Berg', role: 'agent' }
  const becomes = (summary: Summary) => void (desk.summaries.value = new Map([['c1', summary]]))
  becomes(waiting)
  return { desk, becomes, ...createActing(desk, { relay, clock, own: new Set() }) }
}

test('[DP13] whoever takes has the field in focus once it is there, also where the answer is quicker than the news', async () => {
  const { desk, becomes, take } = atDesk()
  take('c1')
  await settled()
  expect(desk.wish.value).toBeUndefined()
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBe('say:c1')
  desk.wish.value = undefined
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBeUndefined()
})

test('[DP13] … and at once where the news was quicker', async () => {
  const { desk, becomes, take } = atDesk()
  take('c1')
  becomes(hadBy('Anna Berg'))
  await settled()
  expect(desk.wish.value).toBe('say:c1')
})

test('[DP13] … once: whoever goes on after the news is not called back by the answer', async () => {
  const { desk, becomes, take } = atDesk()
  take('c1')
  becomes(hadBy('Anna Berg'))
  desk.wish.value = undefined
  await settled()
  expect(desk.wish.value).toBeUndefined()
})

test('[DP13] … and not at all where it was not taken', async () => {
  const { desk, becomes, take } = atDesk({ is: 'no', why: 'gone' })
  take('c1')
  await settled()
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBeUndefined()
})

test('[DP13] … but not where the agent has gone to another by then', async () => {
  const { desk, becomes, take } = atDesk()
  take('c1')
  await settled()
  desk.columns.value = { ...desk.columns.value, active: 'c2' }
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBeUndefined()
})

test('[DP13] … but not where another has it by then', async () => {
  const { desk, becomes, take } = atDesk()
  take('c1')
  await settled()
  becomes(hadBy('Ben Okafor'))
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBeUndefined()
})

test.each([
  ['where they took from', 'take:c1'],
  ['elsewhere in that column', 'about:c1'],
  ['nowhere', undefined]
])('[DP13] … where the focus is %s', (_, at) => {
  const { desk, becomes, take } = atDesk()
  desk.focus.value = 'take:c1'
  take('c1')
  desk.focus.value = at
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBe('say:c1')
})

test('[DP13] … but not where the agent has gone on in a list by then', () => {
  const { desk, becomes, take } = atDesk()
  desk.focus.value = 'log:c1'
  take('c1')
  desk.focus.value = 'list'
  becomes(hadBy('Anna Berg'))
  expect(desk.wish.value).toBeUndefined()
})
