import { expect, test } from 'vitest'
import { createActing } from './acting.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Entry, Me, Summary, Told } from './contract.ts'
import { createHearing } from './hearing.ts'
import type { Loading } from './loading.ts'
import { createDesk } from './state/desk.ts'
import type { News } from './state/news.ts'

const clock = { now: () => 0, after: () => () => undefined } as unknown as Clock
const settled = () => new Promise(setImmediate)
const anna: Me = { name: 'anna', shown: 'Anna Berg', role: 'agent' }
const ben: Me = { name: 'ben', shown: 'Ben Okafor', role: 'agent' }
const known: Summary = { id: 'c1', site: 'shop', bot: 'b', phase: 'bot', head: 2, openedAt: 0, at: 0 }
const waiting: Partial<Summary> = { phase: 'waiting', waiting: { since: 0, until: 1, metadata: {} } }
const hadBy = ({ shown: name }: Me): Partial<Summary> => ({ phase: 'agent', agent: { name } })

/** Anna's desk, where c1 waits; what she is called for. */
function atDesk() {
  const relay = { act: () => Promise.resolve({ is: 'ok', body: {} }) } as unknown as Relay
  const desk = createDesk(0)
  desk.me.value = anna
  desk.summaries.value = new Map([['c1', { ...known, ...waiting }]])
  const own = new Set<string>()
  const called: News['is'][] = []
  const call = (news: readonly News[]) => void called.push(...news.map(({ is }) => is))
  const hear = createHearing(desk, { loading: {} as Loading, own, isSeen: () => true, call })
  const { take } = createActing(desk, { relay, clock, own })
  let head = 2
  const told = (more: Partial<Summary>): Told => {
    head += 1
    const entries: Entry[] = [{ seq: head, at: 0, kind: 'taken', name: '' }]
    return { event: 'entries', data: { conversation: 'c1', entries, summary: { ...known, ...more, head } } }
  }
  const tell = (...all: readonly Partial<Summary>[]) => hear(all.map(told))
  return { desk, called, take, tell, own }
}

test('[DP14] whoever took a visitor is no news to themselves, but is told when a colleague gives them back', async () => {
  const { called, take, tell, own } = atDesk()
  take('c1')
  tell(hadBy(anna))
  await settled()
  expect(called).toEqual([])
  for (const more of [{}, waiting, hadBy(ben), hadBy(anna)]) tell(more)
  expect(called).toEqual(['waiting', 'given'])
  expect(own.size).toBe(0)
})

test('[DP14] … also where all of it is told at once', async () => {
  const { called, take, tell } = atDesk()
  take('c1')
  tell(hadBy(anna))
  await settled()
  tell({}, waiting, hadBy(ben), hadBy(anna))
  expect(called).toEqual(['waiting', 'given'])
})

test('[DP14] … and what is told of the time before they waited is no reason to forget who takes them', async () => {
  const { called, take, tell, desk } = atDesk()
  desk.summaries.value = new Map([['c1', { ...known, ...waiting, head: 4 }]])
  take('c1')
  tell({})
  tell(waiting)
  tell(hadBy(anna))
  await settled()
  expect(called).toEqual([])
})

test('[DP14] what one agent took is news to the next who signs in on the same page', async () => {
  const { desk, called, take, tell } = atDesk()
  take('c1')
  tell(hadBy(anna))
  await settled()
  desk.me.value = undefined
  desk.me.value = ben
  tell(hadBy(ben))
  expect(called).toEqual(['given'])
})
