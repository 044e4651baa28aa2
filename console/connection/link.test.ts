import { expect, test } from 'vitest'
import { createEventReader, type StreamEvent } from './event-stream.ts'
import { type Link, stepLink } from './link.ts'

const step = (link: Link, ...events: Parameters<typeof stepLink>[1][]) =>
  events.reduce<Link>((before, event) => stepLink(before, event, 1)[0], link)

test('[DP4] a stream that is lost is tried again, each time a little later, and at once when the network is back', () => {
  let link: Link = { is: 'live' }
  const rests: number[] = []
  for (let time = 0; time < 7; time += 1) {
    const [resting, effects] = stepLink(link, { is: 'lost', status: 0 }, 1)
    rests.push(...effects.flatMap(effect => (effect.do === 'rest' ? [effect.forMs] : [])))
    link = step(resting, { is: 'due' })
  }
  expect(rests).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
  expect(stepLink({ is: 'resting', tries: 5 }, { is: 'due' }, 0)).toEqual([
    { is: 'trying', tries: 5 },
    [{ do: 'open' }]
  ])
})

test('[DP4] once it is there again what was missed is caught up with, and the next loss begins anew', () => {
  const [live, effects] = stepLink({ is: 'trying', tries: 4 }, { is: 'opened' }, 0)
  expect(effects).toEqual([{ do: 'catchUp' }])
  expect(stepLink(live, { is: 'lost', status: 0 }, 1)[1]).toContainEqual({ do: 'rest', forMs: 500 })
})

test('[DP4] who is signed out elsewhere is told, and nothing is tried again', () => {
  const told = [{ do: 'close' }, { do: 'signedOut' }]
  expect(stepLink({ is: 'trying', tries: 0 }, { is: 'lost', status: 401 }, 0)).toEqual([{ is: 'off' }, told])
  expect(stepLink({ is: 'live' }, { is: 'bye', reason: 'signedOut' }, 0)).toEqual([{ is: 'off' }, told])
  expect(step({ is: 'off' }, { is: 'due' }, { is: 'opened' }, { is: 'lost', status: 0 })).toEqual({
    is: 'off'
  })
})

test('[DP4] a stream is read the same however it is cut', () => {
  const text =
    ': here\r\n\r\nid: 7\nevent: entries\ndata: {"a":\ndata: 1}\n\nevent: people\rdata: é\r\rdata: x\n\n'
  const read = (size: number) => {
    const heard: StreamEvent[] = []
    const take = createEventReader(event => heard.push(event))
    for (let at = 0; at < text.length; at += size) take(text.slice(at, at + size))
    return heard
  }
  const whole = [
    { event: 'entries', data: '{"a":\n1}', id: '7' },
    { event: 'people', data: 'é' },
    { event: 'message', data: 'x' }
  ]
  for (const size of [1, 2, 3, 7, text.length]) expect(read(size)).toEqual(whole)
})
