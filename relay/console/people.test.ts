import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { People } from './people.ts'

let world: World
let people: People
let changes: number
beforeEach(async () => {
  world = createWorld()
  people = await People.remember(world.store.console, world.clock)
  changes = 0
  people.watch(() => {
    changes += 1
  })
})
afterEach(() => world.close())

const anna = { name: 'anna', shown: 'Anna Berg', role: 'agent' } as const
const olaf = { name: 'olaf', shown: 'Olaf', role: 'operator' } as const
const here = () => people.list().map(({ name, state }) => `${name} ${state}`)

test('[DK20] who has two windows is here until a moment after the last is closed, whatever was opened meanwhile', () => {
  const first = people.come(anna)
  const second = people.come(anna)
  first()
  world.clock.move(60_000)
  expect(here()).toEqual(['anna available'])
  second()
  world.clock.move(14_000)
  const third = people.come(anna)
  world.clock.move(60_000)
  expect(here()).toEqual(['anna available'])
  expect(changes).toBe(1)
  third()
  world.clock.move(15_000)
  expect([here(), changes]).toEqual([[], 2])
})

test('[DK20] operators are waited for when they said so, and nobody who is not here', async () => {
  people.come(olaf)
  expect([here(), people.available()]).toEqual([['olaf away'], false])
  await people.say(anna, 'available')
  expect(people.available()).toBe(false)
  await people.say(olaf, 'available')
  expect([here(), people.available()]).toEqual([['olaf available'], true])
})
