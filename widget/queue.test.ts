import { expect, test } from 'vitest'
import { type Call, claim, createFront, type Queue, type There } from './queue.ts'

const settings = { src: 'https://chat.example/widget.js', site: 'shop' }
const names = (queue: Queue | undefined) => queue?.map(([name, given]) => [name, ...given])

test('[D1] calls wait in order, and each is answered by whoever does them', async () => {
  const queue: Queue = []
  const front = createFront(queue) as Record<string, (...given: unknown[]) => Promise<unknown>>
  const answers = [front['open']?.(), front['say']?.('hello')].map(answer => Promise.resolve(answer))
  expect(names(queue)).toEqual([['open'], ['say', 'hello']])
  for (const [index, [, , answer]] of queue.entries()) answer(index)
  expect(await Promise.all(answers)).toEqual([0, 1])
})

test('[D1] what is listened to before can be taken back before', async () => {
  const queue: Queue = []
  const front = createFront(queue) as Record<string, (...given: unknown[]) => () => Promise<unknown>>
  const off = front['on']?.('unread', () => {})
  const taken: string[] = []
  const [, , answer]: Call = queue[0] ?? ['', [], () => {}]
  answer(() => taken.push('back'))
  await off?.()
  expect(taken).toEqual(['back'])
})

test('[D1] the page’s own front keeps its calls', () => {
  const queue: Queue = [['open', [], () => {}]]
  const page: There = { Footbridge: createFront(queue) }
  expect(names(claim(page, settings))).toEqual([['open']])
})

test('[D2] the same site again, or the same target, is no other widget', () => {
  const page: There = {}
  expect(names(claim(page, settings))).toEqual([])
  expect(claim(page, { ...settings })).toBeUndefined()
  expect(names(claim(page, { ...settings, target: '#help' }))).toEqual([])
  expect(claim(page, { ...settings, target: '#help' })).toBeUndefined()
  expect(names(claim(page, { ...settings, site: 'club' }))).toEqual([])
})

test('[D2] an element that answers to the name is no front', () => {
  const page: There = { Footbridge: Object('an element') }
  expect(names(claim(page, settings))).toEqual([])
  expect(page.Footbridge?.queue).toBeDefined()
})
