import type { Random } from '../../e2e/faults/random.ts'

const products = [
  'pendant lamp',
  'reading lamp',
  'garden lamp',
  'desk lamp',
  'ceiling lamp',
  'night light',
  'dimmer',
  'bulb',
  'cable',
  'lampshade'
]
const troubles = [
  'flickers since the storm',
  'hums all night',
  'does not turn on',
  'arrived broken',
  'is far too bright',
  'lost its colour',
  'smells burnt',
  'has the wrong size',
  'is missing a screw',
  'came without its manual'
]
const cities = ['Lisbon', 'Malmö', 'Kraków', 'Zürich', 'Göteborg', 'Porto', 'Gdańsk', 'Århus', 'Łódź', '上海']
const answers = [
  'I am sorry to hear that. Which of our shops was it?',
  'I have looked it up: it leaves our warehouse tomorrow morning.',
  'You can send it back within thirty days, and the parcel costs nothing.',
  'Please try another socket first, and tell me what happens.',
  'Your invoice has been corrected and is on its way by e-mail.'
]
const firstNames = ['Mara', 'Idris', 'Sofia', 'Ole', 'Yuki', 'Tomás', 'Amina', 'Jan', 'Zoë', 'Liang']
const lastNames = [
  'Lindqvist',
  'Bello',
  'Marin',
  'Brandt',
  'Tanaka',
  'Rey',
  'Diallo',
  'Novák',
  'Keller',
  'Wu'
]

const one = <Value>(random: Random, of: readonly Value[]): Value => {
  const value = of[random.int(0, of.length - 1)]
  if (value === undefined) throw new Error('there is nothing to choose from')
  return value
}

/** Numbers of orders are the words that only one conversation has. */
const orderOf = (nth: number): string => `L${20_000 + nth}`

export const nameOf = (random: Random): string => `${one(random, firstNames)} ${one(random, lastNames)}`
export const answer = (random: Random): string => one(random, answers)
export const question = (random: Random, nth: number): string =>
  one(random, [
    `My ${one(random, products)} ${one(random, troubles)}`,
    `Where is order ${orderOf(nth)}? It should have been in ${one(random, cities)} by now`,
    `Do you deliver a ${one(random, products)} to ${one(random, cities)}?`,
    `The ${one(random, products)} of order ${orderOf(nth)} ${one(random, troubles)}, and nobody answers my letters`
  ])

/** What operators look for, each another way: words that many say and words that one does, and no words at all. */
export function searchesOf(random: Random, many: number, conversations: number): readonly string[] {
  const sites = ['lamps', 'garden', 'help', 'shop']
  const day = 86_400_000
  const kinds: readonly (() => Record<string, string>)[] = [
    () => ({ text: 'lamp' }),
    () => ({ text: orderOf(random.int(0, conversations - 1)) }),
    () => ({ text: `${one(random, products)} ${one(random, troubles)}` }),
    () => ({ text: one(random, troubles).slice(0, 4) }),
    () => ({ text: one(random, cities), site: one(random, sites) }),
    () => ({ text: 'lamp', phase: 'waiting' }),
    () => ({ text: 'parcel', platform: 'bots/sales' }),
    () => ({ text: 'invoice', from: String(Date.now() - random.int(1, 50) * day) }),
    () => ({ text: 'a word that nobody has ever said' }),
    () => ({ site: one(random, sites), phase: 'closed' }),
    () => ({ from: String(Date.now() - 30 * day), to: String(Date.now() - random.int(5, 29) * day) }),
    () => ({ text: 'chapter' })
  ]
  return Array.from({ length: many }, (_, nth) => {
    const asked = kinds[nth % kinds.length]?.() ?? {}
    return new URLSearchParams({ ...asked, limit: '30' }).toString()
  })
}
