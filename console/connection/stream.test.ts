import { expect, test } from 'vitest'
import type { Told } from '../contract.ts'
import { createAsk } from './ask.ts'
import { createEventReader } from './event-stream.ts'
import { createRelay } from './relay.ts'
import { Stream } from './stream.ts'

interface Opened {
  path: string
  says(text: string): void
  ends(): void
  aborted: boolean
}

/** A relay whose streams a test holds in its hands, and a clock that it moves. */
function aDesk(statuses: number[] = []) {
  const opened: Opened[] = []
  const told: Told[] = []
  const happened: string[] = []
  const timers = new Set<{ ms: number; run: () => void }>()
  const stream = new Stream({
    async fetch(path, { signal }) {
      const status = statuses.shift() ?? 200
      if (status !== 200) return new Response('{}', { status })
      let out: ReadableStreamDefaultController<Uint8Array> | undefined
      const body = new ReadableStream<Uint8Array>({ start: controller => void (out = controller) })
      const one: Opened = {
        path,
        says: text => out?.enqueue(new TextEncoder().encode(text)),
        ends: () => out?.close(),
        aborted: false
      }
      signal?.addEventListener('abort', () => {
        one.aborted = true
      })
      opened.push(one)
      return new Response(body)
    },
    after(ms, run) {
      const timer = { ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    chance: () => 1,
    hear: more => void told.push(...more),
    live: goesOn => void happened.push(goesOn ? 'goes on' : 'begins'),
    trouble: lasting => void happened.push(lasting ? 'trouble' : 'calm'),
    signedOut: () => void happened.push('signed out')
  })
  /** All that waits for so long, or less, happens. */
  const pass = (ms: number) => {
    for (const timer of [...timers].filter(one => one.ms <= ms)) {
      timers.delete(timer)
      timer.run()
    }
  }
  return { stream, opened, told, happened, pass, timers }
}

const people = 'event: people\ndata: {"people":[]}\n\n'
const entry = (id: number) => `id: ${id}\nevent: entries\ndata: {"conversation":"a","entries":[]}\n\n`

test('[DP4] a stream that ends is taken up after what was heard last, without a word if it is soon', async () => {
  const desk = aDesk()
  desk.stream.start()
  await expect.poll(() => desk.happened).toEqual(['begins'])
  desk.opened[0]?.says(entry(7) + entry(9) + people)
  await expect.poll(() => desk.told.length).toBe(3)
  desk.opened[0]?.ends()
  await expect.poll(() => [...desk.timers].map(({ ms }) => ms)).toContain(500)
  desk.pass(500)
  await expect.poll(() => desk.happened).toEqual(['begins', 'goes on'])
  expect(desk.opened.map(({ path }) => path)).toEqual(['/api/v1/events', '/api/v1/events?after=9'])
})

test('[DP4] a stream that is lost before anything was told is taken up where it began', async () => {
  const desk = aDesk()
  desk.stream.start()
  await expect.poll(() => desk.happened).toEqual(['begins'])
  desk.opened[0]?.says('retry: 1000\nid: 41\n\n')
  desk.opened[0]?.says(people)
  await expect.poll(() => desk.told.length).toBe(1)
  desk.opened[0]?.ends()
  await expect.poll(() => [...desk.timers].map(({ ms }) => ms)).toContain(500)
  desk.pass(500)
  await expect.poll(() => desk.happened).toEqual(['begins', 'goes on'])
  expect(desk.opened[1]?.path).toBe('/api/v1/events?after=41')
})

test('[DP4] an event that has a place and no data tells the place alone', async () => {
  const heard: unknown[] = []
  const take = createEventReader(event => heard.push(event))
  take('event: entries\nid: 41\n\n: a breath\n\nretry: 1000\n\nevent: people\ndata: {}\n\n')
  expect(heard).toEqual([
    { event: '', data: '', id: '41' },
    { event: 'people', data: '{}' }
  ])
})

test('[DP4] trouble is spoken of once it lasts, and taken back', async () => {
  const desk = aDesk([502, 502])
  desk.stream.start()
  await expect.poll(() => [...desk.timers].some(({ ms }) => ms === 500)).toBe(true)
  desk.pass(4_000)
  expect(desk.happened).toEqual(['trouble'])
  await expect.poll(() => [...desk.timers].some(({ ms }) => ms === 1_000)).toBe(true)
  desk.stream.hurry()
  await expect.poll(() => desk.happened).toEqual(['trouble', 'calm', 'begins'])
})

test('[DP4] a stream that says nothing for longer than a relay is ever silent is given up', async () => {
  const desk = aDesk()
  desk.stream.start()
  await expect.poll(() => desk.happened).toEqual(['begins'])
  desk.pass(40_000)
  expect(desk.opened[0]?.aborted).toBe(true)
  await expect.poll(() => [...desk.timers].some(({ ms }) => ms === 500)).toBe(true)
})

test('[DP4] a page that is no longer signed in is told, and asks no more', async () => {
  const desk = aDesk([401])
  desk.stream.start()
  await expect.poll(() => desk.happened).toEqual(['signed out'])
  expect(desk.timers.size).toBe(0)
})

test('[DP6] writes carry the console’s header and the id that makes a repeat harmless', async () => {
  const asked: [string, RequestInit][] = []
  const relay = createRelay(
    createAsk(async (path, init) => {
      asked.push([path, init])
      return Response.json({ seq: 4 })
    })
  )
  expect(await relay.act('cv/1', { verb: 'say', body: { text: 'Hello', id: 'id_12345' } })).toEqual({
    is: 'ok',
    body: { seq: 4 }
  })
  const [path, init] = asked[0] ?? []
  expect(path).toBe('/api/v1/conversations/cv%2F1/say')
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-footbridge': 'console' },
    body: '{"text":"Hello","id":"id_12345"}'
  })
})

test('[DP5] a refusal is an answer with its words, and so is nobody’s answer', async () => {
  const taken = { error: 'taken', says: 'somebody else has it', by: 'Ben' }
  const refuses = createRelay(createAsk(async () => Response.json(taken, { status: 409 })))
  expect(await refuses.act('a', { verb: 'take', body: {} })).toEqual({ is: 'no', status: 409, ...taken })
  const broken = createRelay(createAsk(async () => new Response('<h1>Bad gateway</h1>', { status: 502 })))
  expect(await broken.me()).toEqual({ is: 'no', status: 502, error: 'fault' })
  const never: typeof fetch = (_, init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  const silent = createRelay(createAsk(never, { GET: 1, POST: 1 }))
  expect(await silent.me()).toEqual({ is: 'no', status: 0, error: 'unreachable' })
  const away = createRelay(createAsk(() => Promise.reject(new TypeError('offline'))))
  expect(await away.me()).toEqual({ is: 'no', status: 0, error: 'unreachable' })
})
