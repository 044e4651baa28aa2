import { expect, test } from 'vitest'
import { seeded } from './random.ts'

const draws = (random: ReturnType<typeof seeded>) => Array.from({ length: 50 }, () => random.next())

test('[X1] the same seed draws the same, another one does not', () => {
  expect(draws(seeded('7'))).toEqual(draws(seeded('7')))
  expect(draws(seeded('7'))).not.toEqual(draws(seeded('8')))
})

test('[X1] an actor draws the same whatever the others do', () => {
  const alone = seeded('7').fork('bot')
  const random = seeded('7')
  draws(random)
  draws(random.fork('visitor 1'))
  expect(draws(random.fork('bot'))).toEqual(draws(alone))
})

test('a weight of nothing is never picked', () => {
  const random = seeded('7')
  const picked = Array.from({ length: 500 }, () =>
    random.pick([
      ['never', 0],
      ['often', 3],
      ['seldom', 1]
    ])
  )
  expect(new Set(picked)).toEqual(new Set(['often', 'seldom']))
})
