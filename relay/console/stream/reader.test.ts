import { afterEach, beforeEach, expect, test } from 'vitest'
import { adding, conversation, fromVisitor, opening } from '../../testing/entries.ts'
import { until } from '../../testing/until.ts'
import { createWorld, type World } from '../../testing/world.ts'
import { Feed } from './feed.ts'
import { Reader } from './reader.ts'

let world: World
let store: World['store']
beforeEach(() => {
  world = createWorld()
  store = world.store
})
afterEach(() => world.close())

const onFault = (error: unknown) => expect.fail(String(error))

/** The same numbers for the same seed, below `most`. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return most => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

async function turns(many: number): Promise<void> {
  for (let left = many; left > 0; left -= 1) await new Promise(setImmediate)
}

/** A browser that has room now and then, and what it was told: each entry, and the place of the last of each event. */
function browser(roll: (most: number) => number) {
  const told: string[] = []
  const places: number[] = []
  const outlet = {
    write(text: string) {
      const { conversation: of, entries } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? '')
      told.push(...entries.map(({ seq }: { seq: number }) => `${of} ${seq}`))
      places.push(Number(/^id: (\d+)/.exec(text)?.[1]))
      return roll(2) ? turns(roll(4)) : undefined
    },
    cut: () => expect.fail('a reader was cut off')
  }
  return { told, places, outlet }
}

const names = ['one', 'two', 'three'].map(name => conversation(name))

/** Something is stored every few turns, in one conversation or another; sometimes much at once. */
async function write(roll: (most: number) => number): Promise<void> {
  const heads = new Map(names.map(name => [name, 1]))
  for (let round = 0; round < 60; round += 1) {
    const name = names[roll(3)] ?? conversation()
    const many = roll(5) ? 1 : 30
    const works = Array.from({ length: many }, (_, i) =>
      adding(fromVisitor((heads.get(name) ?? 1) + i + 1, 'x', `client-${name}-${round}-${i}`), name)
    )
    heads.set(name, (heads.get(name) ?? 1) + many)
    await Promise.all(works.map(work => store.append(work)))
    await turns(roll(4))
  }
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  '[DK11] whoever begins wherever and reads however slowly is told all of it once, in order (seed %i)',
  async seed => {
    const roll = dice(seed)
    for (const name of names) await store.append(opening(name))
    // A read takes its time, so that news comes in the midst of it.
    const slow = async (after: number, limit: number) => {
      const page = await store.stored(after, limit)
      await turns(roll(6))
      return page
    }
    const feed = new Feed({ ...store, stored: slow }, onFault)
    const browsers: { after: number; told: string[]; places: number[] }[] = []
    const begin = async () => {
      const { told, places, outlet } = browser(roll)
      const newest = await store.newest()
      const after = roll(2) ? newest : roll(newest)
      const reader = new Reader({ feed, outlet, after, onFault })
      await feed.listen(page => reader.hear(page))
      browsers.push({ after, told, places })
      reader.catchUp()
    }
    const writing = write(roll)
    for (let nth = 0; nth < 8; nth += 1) {
      await begin()
      await turns(roll(40))
    }
    await writing
    const all = await store.stored(0, 10_000)
    const last = all.at(-1)?.place ?? 0
    await until(() => browsers.every(({ places, after }) => after === last || places.at(-1) === last))
    for (const { after, told, places } of browsers) {
      const wanted = all.filter(({ place }) => place > after)
      expect(told).toEqual(wanted.map(({ conversation: of, entry }) => `${of} ${entry.seq}`))
      expect(places).toEqual(places.toSorted((one, other) => one - other))
    }
  }
)

test('[DK10] where the store could not be asked for the first, the next are told all the same', async () => {
  let fails = true
  const newest = () => (fails ? Promise.reject(new Error('busy')) : store.newest())
  const feed = new Feed({ ...store, newest }, onFault)
  const heard: string[] = []
  await expect(feed.listen(() => heard.push('refused'))).rejects.toThrow('busy')
  fails = false
  await feed.listen(() => heard.push('told'))
  await store.append(opening())
  await until(() => heard.length > 0)
  expect(heard).toEqual(['told'])
})
