import { expect, test } from 'vitest'
import { item } from './connection/play.ts'
import { createStorage } from './play-storage.ts'
import { createMemory } from './storage.ts'

const ids = (memory: ReturnType<typeof createMemory>) => memory.unsent().map(({ frame }) => frame.id)
const token = 'secret' as never

test('[W26] two tabs of a site never write over each other’s unsent messages', () => {
  const storage = createStorage(new Map())
  const [here, there] = [createMemory('shop', () => storage), createMemory('shop', () => storage)]
  here.put(item('aaaaaaaa', { at: 1 }))
  there.put(item('bbbbbbbb', { at: 2 }))
  here.drop('aaaaaaaa')
  expect(ids(createMemory('shop', () => storage))).toEqual(['bbbbbbbb'])
})

test('[W26] two sites in one browser keep apart', () => {
  const storage = createStorage(new Map())
  const shop = createMemory('shop', () => storage)
  shop.keep(token)
  shop.put(item('aaaaaaaa'))
  const blog = createMemory('blog', () => storage)
  expect([blog.token(), blog.unsent()]).toEqual([undefined, []])
})

test('[W27] where storage is denied, all is kept as long as the page lives', () => {
  const memory = createMemory('shop', () => {
    throw new Error('denied')
  })
  memory.keep(token)
  memory.put(item('aaaaaaaa'))
  memory.keepDraft('Hello')
  expect([memory.token(), ids(memory), memory.draft()]).toEqual(['secret', ['aaaaaaaa'], 'Hello'])
  memory.forget(token)
  memory.drop('aaaaaaaa')
  expect([memory.token(), ids(memory)]).toEqual([undefined, []])
})

test('[W27] where storage is full, what it does not take is kept here', () => {
  const kept = new Map()
  let isFull = false
  const storage = createStorage(kept, change => {
    if (isFull) throw new Error('full')
    change(kept)
  })
  const memory = createMemory('shop', () => storage)
  memory.put(item('aaaaaaaa', { at: 1 }))
  isFull = true
  memory.put(item('bbbbbbbb', { at: 2 }))
  expect(ids(memory)).toEqual(['aaaaaaaa', 'bbbbbbbb'])
})

test('[W28] what is found after a reload comes in the order it was said, and nonsense is passed over', () => {
  const storage = createStorage(new Map())
  const memory = createMemory('shop', () => storage)
  for (const [at, id] of [
    [3, 'cccccccc'],
    [1, 'aaaaaaaa'],
    [2, 'bbbbbbbb']
  ] as const)
    memory.put(item(id, { at }))
  storage.setItem('footbridge:shop:unsent:x', '{"frame":')
  storage.setItem(
    'footbridge:shop:unsent:y',
    '{"frame":{"type":"hello","id":"x"},"text":"","at":0,"fate":{"is":"waiting"}}'
  )
  expect(ids(createMemory('shop', () => storage))).toEqual(['aaaaaaaa', 'bbbbbbbb', 'cccccccc'])
})

test('[W17] a token is only forgotten while it is still the one that was refused', () => {
  const storage = createStorage(new Map())
  const memory = createMemory('shop', () => storage)
  memory.keep('newer' as never)
  memory.forget(token)
  expect(memory.token()).toBe('newer')
  memory.forget('newer' as never)
  expect(memory.token()).toBeUndefined()
})
