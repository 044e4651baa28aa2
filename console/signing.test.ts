import { expect, test } from 'vitest'
import type { Away } from './away.ts'
import type { Clock } from './clock.ts'
import type { Relay } from './connection/relay.ts'
import type { Stream } from './connection/stream.ts'
import type { Answer, Me, Ways } from './contract.ts'
import { createSigning } from './signing.ts'
import { createDesk } from './state/desk.ts'
import { createTalk } from './state/talk.ts'
import { words } from './words/en.ts'

const clock = { now: () => 0, after: () => () => undefined } as unknown as Clock
const away: Away = { leaveFor: () => undefined, comeBack: () => undefined, takeUp: () => undefined }
const settled = () => new Promise(setImmediate)
const anna: Me = { name: 'anna', shown: 'Anna Berg', role: 'agent' }
const ben: Me = { name: 'ben', shown: 'Ben Okafor', role: 'agent' }
const ok = <Body>(body: Body): Answer<Body> => ({ is: 'ok', body })

/** Anna is in; `outs` answer what was asked to sign out, one after the other. */
async function atDesk(over: Partial<Relay> = {}) {
  const desk = createDesk(0)
  const page = { desk, outs: [] as ((answer: Answer<unknown>) => void)[], comes: anna, isStreaming: false }
  const stream = {
    start: () => void (page.isStreaming = true),
    stop: () => void (page.isStreaming = false)
  } as unknown as Stream
  const relay = {
    me: () => Promise.resolve(ok(anna)),
    ways: () => Promise.resolve(ok({ passwords: true })),
    signIn: () => Promise.resolve(ok(page.comes)),
    signOut: () => new Promise(resolve => page.outs.push(resolve)),
    canned: () => Promise.resolve(ok({ canned: [] })),
    ...over
  } as unknown as Relay
  const signing = createSigning(desk, { relay, clock, stream, away, restore: () => undefined })
  await signing.begin()
  return Object.assign(page, { signing })
}

/** Somebody signs in after, and begins to write. */
async function comesIn(page: Awaited<ReturnType<typeof atDesk>>, who: Me): Promise<void> {
  page.comes = who
  await page.signing.in(who.name, 'secret')
  const talk = createTalk('c1')
  talk.draft.value = 'Dear visitor'
  page.desk.talks.set('c1', talk)
}
const stateOf = ({ desk, isStreaming }: Awaited<ReturnType<typeof atDesk>>) => ({
  screen: desk.screen.value,
  me: desk.me.value?.name,
  isStreaming,
  draft: desk.talks.get('c1')?.draft.value
})
const writing = { screen: 'desk', isStreaming: true, draft: 'Dear visitor' }

test('[DP23] whoever signs out is out, and nothing of theirs stays', async () => {
  const page = await atDesk()
  page.desk.talks.set('c1', createTalk('c1'))
  void page.signing.out()
  page.outs[0]?.(ok({}))
  await settled()
  expect(stateOf(page)).toEqual({ screen: 'signIn', me: undefined, isStreaming: false, draft: undefined })
  expect(page.desk.signingIn.value.trouble).toBeUndefined()
})

test('[DP23] a goodbye of the stream that is quicker than the answer is the end of the same sign-out', async () => {
  const page = await atDesk()
  page.desk.talks.set('c1', createTalk('c1'))
  void page.signing.out()
  page.signing.ended()
  await settled()
  expect(stateOf(page)).toEqual({ screen: 'signIn', me: undefined, isStreaming: false, draft: undefined })
  expect(page.desk.signingIn.value.trouble).toBeUndefined()
  expect(page.desk.wish.value).toBe('name')
  // Drawn; whoever comes next is in the next field.
  page.desk.wish.value = undefined
  page.outs[0]?.(ok({}))
  await settled()
  expect(page.desk.wish.value).toBeUndefined()
})

test('[DP23] the late answer to a sign-out throws nobody out who has come in since, nor takes what they write', async () => {
  const page = await atDesk()
  void page.signing.out()
  page.signing.ended()
  await settled()
  await comesIn(page, ben)
  page.outs[0]?.(ok({}))
  await settled()
  expect(stateOf(page)).toEqual({ ...writing, me: 'ben' })
})

test('[DP23] a sign-out is asked for once, however often the button is pressed, and again by whoever comes next', async () => {
  const page = await atDesk()
  void page.signing.out()
  void page.signing.out()
  expect(page.outs.length).toBe(1)
  page.signing.ended()
  await settled()
  await comesIn(page, ben)
  void page.signing.out()
  expect(page.outs.length).toBe(2)
  page.outs[0]?.(ok({}))
  await settled()
  expect(stateOf(page)).toEqual({ ...writing, me: 'ben' })
  page.outs[1]?.(ok({}))
  await settled()
  expect(page.desk.screen.value).toBe('signIn')
})

test('[DP23] a form that waits for the ways in does not lie over the desk of who is in by then', async () => {
  const asked: (() => void)[] = []
  const ways = () => new Promise<Answer<Ways>>(resolve => asked.push(() => resolve(ok({ passwords: true }))))
  const page = await atDesk({ ways })
  page.signing.ended()
  page.signing.ended()
  expect(asked.length).toBe(2)
  asked[1]?.()
  await settled()
  expect(page.desk.screen.value).toBe('signIn')
  await comesIn(page, anna)
  asked[0]?.()
  await settled()
  expect(stateOf(page)).toEqual({ ...writing, me: 'anna' })
})

test('[DP23] whoever could not be signed out is told so, stays, and can try again', async () => {
  const page = await atDesk()
  for (const [at, status] of [0, 503].entries()) {
    void page.signing.out()
    page.outs[at]?.({ is: 'no', status, error: 'notStored' })
    await settled()
    expect(stateOf(page)).toMatchObject({ screen: 'desk', me: 'anna', isStreaming: true })
    expect(page.desk.notice.value).toBe(words.bar.notSignedOut)
  }
  void page.signing.out()
  expect(page.desk.notice.value).toBeUndefined()
  page.outs[2]?.(ok({}))
  await settled()
  expect(page.desk.screen.value).toBe('signIn')
})

test('[DP23] whom the relay does not know any more is out', async () => {
  const page = await atDesk()
  void page.signing.out()
  page.outs[0]?.({ is: 'no', status: 401, error: 'notSignedIn' })
  await settled()
  expect(stateOf(page)).toMatchObject({ screen: 'signIn', me: undefined, isStreaming: false })
})
