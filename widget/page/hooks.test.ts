import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { State } from '../connection/state.ts'
import { initial } from '../connection/state.ts'
import { askHooks, type Hook } from './hooks.ts'
import { createIncoming } from './incoming.ts'
import { createOutgoing } from './outgoing.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const hook = (look: (text: string) => unknown): Hook => ({
  hook: 'send',
  look: ({ text }) => look(text) as ReturnType<Hook['look']>
})
const ask = (...hooks: Hook[]) => askHooks(hooks, { from: 'visitor', text: 'hello' })

test('[D4] a hook changes a message, the next sees what it became, and one drops it', async () => {
  const shout = hook(text => text.toUpperCase())
  expect(
    await ask(
      shout,
      hook(text => `${text}!`)
    )
  ).toBe('HELLO!')
  expect(
    await ask(
      shout,
      hook(() => undefined)
    )
  ).toBe('HELLO')
  expect(
    await ask(
      hook(() => false),
      shout
    )
  ).toBeUndefined()
})

test('[D4] a hook that throws, refuses, hangs or answers nonsense loses nothing', async () => {
  const fail = () => {
    throw new Error('broken')
  }
  const wrong = [fail, () => Promise.reject(new Error('no')), () => 7, () => null, () => '', () => true]
  for (const look of wrong) expect(await ask(hook(look))).toBe('hello')
  const hung = ask(hook(() => new Promise(() => {})))
  await vi.runAllTimersAsync()
  expect(await hung).toBe('hello')
})

test('[D5] what is said goes out in order, however long each hook takes', async () => {
  const said: string[] = []
  const slow = hook(text => new Promise(done => setTimeout(() => done(text), text === 'one' ? 100 : 1)))
  const outgoing = createOutgoing(
    () => [slow],
    text => said.push(text)
  )
  outgoing.say('one')
  outgoing.say('two')
  await vi.runAllTimersAsync()
  expect(said).toEqual(['one', 'two'])
})

test('[D4] a page that goes away takes nothing with it: what is being looked at goes as it was, once', async () => {
  const said: string[] = []
  const slow = hook(() => new Promise(done => setTimeout(() => done('late'), 100)))
  const outgoing = createOutgoing(
    () => [slow],
    text => said.push(text)
  )
  outgoing.say('one')
  outgoing.say('two')
  await vi.advanceTimersByTimeAsync(50)
  outgoing.flush()
  await vi.runAllTimersAsync()
  expect(said).toEqual(['one', 'two'])
})

const texts = (state: State | undefined) =>
  state?.view.lines.map(line => (line.kind === 'message' ? line.content.text : line.kind))

test('[D5] what comes is shown in order; a dropped one keeps its place and shows nothing', async () => {
  const delays: Record<string, number> = { one: 100, two: 1, three: 50 }
  const look = hook(
    text => new Promise(done => setTimeout(() => done(text === 'two' ? false : `${text}!`), delays[text]))
  )
  const shown: State[] = []
  const hear = createIncoming(
    () => [look],
    state => shown.push(state)
  )
  const state = initial([])
  const lines = ['one', 'two', 'three'].map((text, index) => {
    return { kind: 'message', by: 'bot', seq: index + 1, at: 0, content: { kind: 'text', text } } as const
  })
  hear({ ...state, view: { ...state.view, lines } })
  await vi.advanceTimersByTimeAsync(60)
  expect(texts(shown.at(-1))).toEqual([])
  await vi.runAllTimersAsync()
  expect(texts(shown.at(-1))).toEqual(['one!', 'other', 'three!'])
})

const lineOf = (seq: number, by: 'bot' | 'visitor' = 'bot') =>
  ({ kind: 'message', by, seq, at: 0, id: `id-${seq}`, content: { kind: 'text', text: `${seq}` } }) as const
const stateOf = (
  from: number,
  lines: readonly ReturnType<typeof lineOf>[],
  unsent: State['unsent'] = []
): State => {
  const state = initial(unsent)
  return { ...state, view: { ...state.view, from, lines } }
}
function looking(ms: number) {
  const shown: State[] = []
  const look = hook(text => new Promise(done => setTimeout(() => done(text), ms)))
  const hear = createIncoming(
    () => [look],
    state => shown.push(state)
  )
  return { hear, texts: () => texts(shown.at(-1)), last: () => shown.at(-1) }
}

test('[D5] a page that comes is looked at as a whole, not one message after the other', async () => {
  const { hear, texts } = looking(100)
  hear(stateOf(1, [lineOf(1), lineOf(2), lineOf(3)]))
  await vi.advanceTimersByTimeAsync(110)
  expect(texts()).toEqual(['1', '2', '3'])
})

test('[D5] older messages that are being looked at take nothing off the screen', async () => {
  const { hear, texts, last } = looking(100)
  hear(stateOf(3, [lineOf(3), lineOf(4)]))
  await vi.runAllTimersAsync()
  hear(stateOf(1, [lineOf(1), lineOf(2), lineOf(3), lineOf(4)]))
  expect([texts(), last()?.view.from]).toEqual([['3', '4'], 3])
  await vi.runAllTimersAsync()
  expect([texts(), last()?.view.from]).toEqual([['1', '2', '3', '4'], 1])
})

test('[D5] what the visitor said stays on the screen while what came before it is being looked at', async () => {
  const { hear, last } = looking(100)
  const item = {
    frame: { type: 'say', id: 'id-2', text: '2' },
    text: '2',
    at: 0,
    fate: { is: 'waiting' }
  } as unknown as State['unsent'][number]
  hear(stateOf(1, [lineOf(1)], [item]))
  hear(stateOf(1, [lineOf(1), lineOf(2, 'visitor')]))
  expect(last()?.unsent.map(({ text }) => text)).toEqual(['2'])
  await vi.runAllTimersAsync()
  expect([last()?.unsent, texts(last())]).toEqual([[], ['1', '2']])
})

test('[D19] what a hook still looks at when the visitor changes is said by nobody', async () => {
  const said: string[] = []
  let answer: (text: undefined) => void = () => {}
  const slow = hook(() => new Promise<undefined>(resolve => (answer = resolve)))
  const outgoing = createOutgoing(
    () => [slow],
    text => void said.push(text)
  )
  outgoing.say('I am Anna')
  await vi.advanceTimersByTimeAsync(0)
  outgoing.forget()
  answer(undefined)
  await vi.advanceTimersByTimeAsync(0)
  outgoing.say('I am Bert')
  await vi.advanceTimersByTimeAsync(0)
  answer(undefined)
  await vi.advanceTimersByTimeAsync(0)
  expect(said).toEqual(['I am Bert'])
})
