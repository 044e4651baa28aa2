import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createActivityHub } from '../../conversation/activity.ts'
import { quietLog } from '../../lib/log.ts'
import { Listener } from '../../testing/desk.ts'
import { adding, conversation, fromBot, opening } from '../../testing/entries.ts'
import { until } from '../../testing/until.ts'
import { createWorld, type World } from '../../testing/world.ts'
import { People } from '../people.ts'
import { createStreams, type Streams } from './index.ts'

const secondMs = 1_000
const messageLength = 60_000
const messages = 400

let world: World
let streams: Streams
let server: Server
let url: string
const responses: ServerResponse[] = []
const activity = createActivityHub()

beforeEach(async () => {
  world = createWorld()
  const { store, clock } = world
  const people = await People.remember(store.console, clock)
  streams = createStreams({ store, activity, people, clock, log: quietLog })
  server = createServer((_, response) => {
    responses.push(response)
    const by = { name: 'anna', shown: 'Anna', role: 'agent' } as const
    streams.open({ by, after: undefined, mayStay: () => Promise.resolve(true) }, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  streams.close()
  server.closeAllConnections()
  server.close()
  await world.close()
  responses.splice(0)
})

/** More than any pipe between here and there holds. */
async function sayMuch(): Promise<void> {
  await world.store.append(opening())
  for (let seq = 2; seq < messages + 2; seq += 1)
    await world.store.append(adding(fromBot(seq, 'x'.repeat(messageLength))))
}

const entriesOf = (listener: Listener): number =>
  listener.of('entries').reduce((sum, { entries }) => sum + (entries as unknown[]).length, 0)
const heldFor = (response: ServerResponse | undefined) => response?.writableLength ?? 0

async function listens(): Promise<Listener> {
  const listener = new Listener(url, {})
  await until(() => listener.heard.length > 0)
  return listener
}

test('[DK17] little is kept for who does not read, and who reads on hears everything', async () => {
  const [slow, quick] = [await listens(), await listens()]
  slow.pause()
  await sayMuch()
  await until(() => entriesOf(quick) === messages + 1)
  const [held] = responses.map(heldFor)
  // What is on its way is not counted: one event, and what came together with it, waits for the way to be free.
  expect(held).toBeGreaterThan(0)
  expect(held).toBeLessThan(4 * messageLength)
  for (let nth = 0; nth < 1_000; nth += 1)
    activity.tell(conversation(), { kind: 'seen', seq: 1 }, { phase: 'new' })
  expect(heldFor(responses[0])).toBe(held)
  slow.resume()
  await until(() => entriesOf(slow) === messages + 1)
  expect(slow.heard.map(({ id }) => id).at(-1)).toBe(quick.heard.at(-1)?.id)
  slow.cut()
  quick.cut()
})

test('[DK17] who reads nothing for half a minute is cut off, and nobody else', async () => {
  const [slow, quick] = [await listens(), await listens()]
  slow.pause()
  await sayMuch()
  await until(() => entriesOf(quick) === messages + 1)
  world.clock.move(28 * secondMs)
  expect(responses.map(({ destroyed }) => destroyed)).toEqual([false, false])
  world.clock.move(4 * secondMs)
  expect(responses.map(({ destroyed }) => destroyed)).toEqual([true, false])
  quick.cut()
})
