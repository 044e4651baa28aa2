import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAway } from './away.ts'
import { createDesk, type Desk } from './state/desk.ts'
import { createTalk, type Outgoing } from './state/talk.ts'

let address = { hash: '', search: '', pathname: '/console' }
beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name)
  })
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_state: unknown, _unused: string, to: string) => at(to)
  })
  at('/console#c1')
})
afterEach(() => vi.unstubAllGlobals())

/** Where the browser is. */
function at(to: string): void {
  const { hash, search, pathname } = new URL(to, 'https://relay.example')
  address = { hash, search, pathname }
  vi.stubGlobal('location', { ...address, assign: () => undefined })
}

/** A page that has come to be here: these are open. */
function pageWith(...ids: readonly string[]): { desk: Desk; away: ReturnType<typeof createAway> } {
  const desk = createDesk(0)
  for (const id of ids) desk.talks.set(id, createTalk(id))
  return { desk, away: createAway(desk) }
}
const begin = (desk: Desk, id: string, text: string) => {
  const talk = desk.talks.get(id)
  if (talk) talk.draft.value = text
}
const draftIn = ({ talks }: Desk, id: string) => talks.get(id)?.draft.value

/** Anna comes back, and is in. */
function backWith(...ids: readonly string[]): Desk {
  at('/console')
  const { desk, away } = pageWith(...ids)
  away.comeBack()
  away.takeUp('anna')
  return desk
}

test('[DP2] whoever signs in elsewhere finds what they had begun to write, and nobody else does', () => {
  const before = pageWith('c1')
  begin(before.desk, 'c1', 'half a sentence')
  before.away.leaveFor('https://id.example', 'anna')
  expect(draftIn(backWith('c1'), 'c1')).toBe('half a sentence')
  expect(address.hash).toBe('#c1')
  before.away.leaveFor('https://id.example', 'ben')
  expect(draftIn(backWith('c1'), 'c1')).toBe('')
})

test('[DP2] … also after a first try that failed', () => {
  const before = pageWith('c1')
  begin(before.desk, 'c1', 'half a sentence')
  before.away.leaveFor('https://id.example', 'anna')
  at('/console?sign-in=late')
  const { away } = pageWith()
  expect(away.comeBack()).toBe('late')
  away.leaveFor('https://id.example', undefined)
  expect(draftIn(backWith('c1'), 'c1')).toBe('half a sentence')
  expect(address.hash).toBe('#c1')
})

test('[DP2] … also in a conversation that no column shows', () => {
  const before = pageWith('c1', 'c2')
  begin(before.desk, 'c2', 'a long answer, left for a moment')
  before.away.leaveFor('https://id.example', 'anna')
  expect(draftIn(backWith('c1'), 'c2')).toBe('a long answer, left for a moment')
})

test('[DP6] what was sent as the sign-in ended is there again to be sent, under its own id', () => {
  const before = pageWith('c1', 'c2')
  const one = (id: string, state: Outgoing['state']): Outgoing => ({ id, verb: 'say', text: id, state })
  const refused = { is: 'failed', says: 'too long' } as const
  const outgoing = [one('m1', { is: 'sending' }), one('m2', refused)]
  const [c1, c2] = ['c1', 'c2'].map(id => before.desk.talks.get(id))
  if (c1) c1.pending.value = outgoing
  if (c2) c2.pending.value = [one('m3', { is: 'failed' })]
  before.away.leaveFor('https://id.example', 'anna')
  const { talks } = backWith('c1')
  expect(talks.get('c1')?.pending.value).toEqual([one('m1', { is: 'failed' }), one('m2', refused)])
  expect(talks.get('c2')?.pending.value).toEqual([one('m3', { is: 'failed' })])
})
