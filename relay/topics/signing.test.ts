import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { Rotation } from '../conversation/delivery.ts'
import { quietLog } from '../lib/log.ts'
import { testClock } from '../testing/clock.ts'
import { signedWith } from './sign.ts'
import { type Rotated, Signing } from './signing.ts'

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const first = secretOf('first')
const second = secretOf('second')
const hour = 3_600_000
/** Of the machine, for the library knows no other. */
const clock = testClock(Date.now())

function world() {
  const kept: Rotation[] = []
  const warned: string[] = []
  const works = { stores: true }
  const store = {
    keepRotation: async (one: Rotation) => {
      await new Promise(setImmediate)
      if (works.stores) kept.push(one)
      return works.stores
    }
  }
  const log = { ...quietLog, warn: (_: unknown, words: string) => void warned.push(words) }
  /** As after a restart. */
  const start = (secrets = [first], own = 'the secret of the relay', rotations = kept) =>
    new Signing({ store, clock, log, secret: own }, { to: 'topics/crm', secrets }, rotations)
  return { kept, warned, works, start }
}

async function rotated(signing: Signing, overlapMs = hour): Promise<Rotated> {
  const outcome = await signing.rotate(overlapMs)
  if (outcome === false || outcome === 'tooMany') throw new Error(`not rotated: ${outcome}`)
  return outcome
}

/** Would a subscriber that has this secret take what is sent now? */
function takes(signing: Signing, secret: string): boolean {
  const body = '{"topic":"chat.create"}'
  const at = clock.now()
  const headers = signedWith(signing.signers(), { id: 'msg_1', body, at })
  const signed = headers['webhook-signature']?.split(' ') ?? []
  return signed.includes(new Webhook(secret).sign('msg_1', new Date(at), body))
}

test('[OP55] both secrets sign for as long as was said, then the new one alone', async () => {
  const { start } = world()
  const signing = start()
  expect(signing.standing).toEqual({})
  const { secret, oldUntil } = await rotated(signing)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(oldUntil).toBe(clock.now() + hour)
  expect(signing.standing).toEqual({ rotatedAt: clock.now(), oldSecretUntil: oldUntil })
  expect([takes(signing, first), takes(signing, secret)]).toEqual([true, true])
  clock.move(hour - 1)
  expect([takes(signing, first), takes(start(), first), takes(start(), secret)]).toEqual([true, true, true])
  clock.move(1)
  expect([takes(signing, first), takes(signing, secret)]).toEqual([false, true])
  expect([takes(start(), first), takes(start(), secret)]).toEqual([false, true])
  expect(signing.standing).toEqual({ rotatedAt: oldUntil - hour })
})

test('[OP55] who lost the new secret rotates again, and the old one ends when it was said', async () => {
  const { start } = world()
  const signing = start()
  const lost = await rotated(signing)
  clock.move(1_000)
  const found = await rotated(signing, 10 * hour)
  expect([first, lost.secret, found.secret].map(one => takes(signing, one))).toEqual([true, true, true])
  clock.move(hour - 1_000)
  for (const one of [signing, start()])
    expect([first, lost.secret, found.secret].map(secret => takes(one, secret))).toEqual([false, true, true])
})

test('[OP55] a secret that leaked signs no more from that moment', async () => {
  const { start } = world()
  const signing = start([first, second])
  await rotated(signing)
  const { secret } = await rotated(signing, 0)
  expect(signing.signers()).toHaveLength(1)
  expect([takes(signing, secret), takes(start([first, second]), secret)]).toEqual([true, true])
})

test('[OP55] not more than five sign at once, and what could not be stored did not happen', async () => {
  const { start, works, kept } = world()
  const signing = start()
  works.stores = false
  expect(await signing.rotate(hour)).toBe(false)
  expect(signing.signers()).toHaveLength(1)
  works.stores = true
  const many = await Promise.all(Array.from({ length: 6 }, () => signing.rotate(hour)))
  expect(many.filter(one => one === 'tooMany')).toHaveLength(2)
  expect([signing.signers().length, kept.length]).toEqual([5, 4])
  expect(await signing.rotate(0)).toMatchObject({ oldUntil: clock.now() })
})

test('[OP56] what is kept neither has a secret nor makes one without the relay’s', async () => {
  const { start, kept } = world()
  const { secret } = await rotated(start())
  const { secret: next } = await rotated(start())
  expect(next).not.toBe(secret)
  const stored = JSON.stringify(kept)
  for (const one of [first, secret, next]) expect(stored).not.toContain(one.slice('whsec_'.length, -1))
  // Somebody else's relay, which takes what was stored here for its own.
  const thief = world()
  await rotated(thief.start([first], 'the secret of a thief'))
  const configured = thief.kept[0]?.configured ?? []
  const forged = kept.map(one => ({ ...one, configured }))
  const signing = start([first], 'the secret of a thief', forged)
  expect(signing.signers()).toHaveLength(3)
  expect([secret, next].map(one => takes(signing, one))).toEqual([false, false])
})

test('[OP57] where the configuration has another secret since, or the relay has, the configured ones sign', async () => {
  const { start, warned } = world()
  const { secret } = await rotated(start([first, second]))
  expect(warned).toEqual([])
  // Who takes an old one out has not given another.
  expect([takes(start([second]), secret), takes(start([second]), second)]).toEqual([true, true])
  expect(takes(start([second]), first)).toBe(false)
  expect(warned).toEqual([])
  const third = secretOf('third')
  const given = start([third, second])
  expect([third, second, secret].map(one => takes(given, one))).toEqual([true, true, false])
  expect(given.standing).toEqual({})
  expect(warned).toHaveLength(1)
  expect(takes(start([first, second], 'another secret of the relay'), first)).toBe(true)
  expect(warned).toHaveLength(2)
  const next = await rotated(given, 0)
  expect([takes(given, next.secret), takes(start([third, second]), next.secret)]).toEqual([true, true])
})
