import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Bye, byes } from './byes.ts'
import { down } from './down.ts'
import { up } from './up.ts'
import { oldestServed, wireVersion } from './version.ts'

// The shape of every frame as it was when it was last looked at, and the version that it had.
const pinned = { version: 2, oldest: 1, hash: '7534ffbcd91ee7ef' }

const help = `The wire has changed. If widgets and relays that are already running still understand each other (an optional
field, a kind that an older widget shows by its text), pin the new hash here. If not, raise wireVersion in version.ts with
a line of history, keep oldestServed as long as older widgets are served, and pin all three.`

const shape = [up, down].map(schema => JSON.stringify(z.toJSONSchema(schema)))
const hash = createHash('sha256').update(shape.join('\n')).digest('hex').slice(0, 16)

test('[V5] no frame changes its shape unnoticed', () => {
  expect({ version: wireVersion, oldest: oldestServed, hash }, help).toEqual(pinned)
})

test('[V6] the oldest version served is not newer than the version spoken', () => {
  expect(oldestServed).toBeGreaterThanOrEqual(1)
  expect(oldestServed).toBeLessThanOrEqual(wireVersion)
})

test('[V7] every way of ending has a close code of its own that a socket may carry', () => {
  const codes = Object.values(byes).map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code === 1011 || code === 1012 || (code >= 4000 && code < 5000)).toBe(true)
})

test('[V8] a bye frame may name every way of ending', () => {
  for (const reason of Object.keys(byes) as Bye[]) {
    expect(down.safeParse({ type: 'bye', reason }).success).toBe(true)
  }
})
