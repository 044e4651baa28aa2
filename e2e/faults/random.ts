import { createHash } from 'node:crypto'

/** Draws from one seed. Each actor forks a stream of its own by name, so that none disturbs another's. */
export interface Random {
  /** From 0 up to 1. */
  next(): number
  /** Both ends included. */
  int(min: number, max: number): number
  chance(share: number): boolean
  /** One of them, by its weight. */
  pick<Choice>(weighed: Weighed<Choice>): Choice
  fork(name: string): Random
}

export type Weighed<Choice> = readonly (readonly [choice: Choice, weight: number])[]

export function seeded(seed: string): Random {
  const next = mulberry32(createHash('sha256').update(seed).digest().readUInt32LE())
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: share => next() < share,
    pick: weighed => pickBy(weighed, next()),
    fork: name => seeded(`${seed}/${name}`)
  }
}

function pickBy<Choice>(weighed: Weighed<Choice>, drawn: number): Choice {
  let left = drawn * weighed.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of weighed) {
    left -= weight
    if (left < 0) return choice
  }
  throw new Error('nothing to pick from')
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
}
