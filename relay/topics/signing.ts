import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { DestinationId, Rotation } from '../conversation/delivery.ts'
import type { Store } from '../conversation/store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Log } from '../lib/log.ts'

export interface SigningParts {
  store: Pick<Store, 'keepRotation'>
  clock: Clock
  log: Log
  /** The relay's own. */
  secret: string
}

/** As it stands in the configuration. */
export interface Configured {
  to: DestinationId
  secrets: readonly string[]
}

/** A new secret, told once and nowhere to be read again; until when those before it sign along, ms since 1970. */
export interface Rotated {
  secret: string
  oldUntil: number
}

/** Those that begin to sign together, and until when those before them sign along. */
interface Generation {
  signers: readonly Webhook[]
  at: number
  until: number
}

/** Each event is signed with all of them, and the header has an end. */
const signingAtMost = 5

/**
 * What a subscription's events are signed with: the configured secrets, or what an operator replaced them by. A secret
 * that replaces another is made from the relay's own and from what the store keeps: who reads the store alone has none.
 */
export class Signing {
  readonly #parts: SigningParts
  readonly #configured: Configured
  /** Oldest first; the configured ones are the first of them. */
  readonly #generations: Generation[]
  #changing: Promise<unknown> = Promise.resolve()

  /** `rotations`: of this destination, in their order. */
  constructor(parts: SigningParts, configured: Configured, rotations: readonly Rotation[]) {
    this.#parts = parts
    this.#configured = configured
    const { to, secrets } = configured
    const known = new Set(secrets.map(secret => markOf(parts.secret, to, secret)))
    const held = rotations.filter(one => [...known].every(mark => one.configured.includes(mark)))
    const first = { signers: secrets.map(secret => new Webhook(secret)), at: 0, until: 0 }
    this.#generations = [first, ...held.map(one => generationOf(one, secretOf(parts.secret, one)))]
    if (held.length < rotations.length) {
      parts.log.warn(
        { destination: to },
        'a rotated secret signs no more: the configured ones, or the relay’s own, are others since'
      )
    }
  }

  /** Those that sign now, the newest first. */
  signers(): readonly Webhook[] {
    return this.#signing().flatMap(({ signers }) => signers)
  }

  /** Since when the newest signs, if it is not the configured one, and until when one before it does. */
  get standing(): { rotatedAt?: number; oldSecretUntil?: number } {
    const [newest, ...before] = this.#signing()
    if (!newest || newest === this.#generations[0]) return {}
    return { rotatedAt: newest.at, ...(before.length > 0 && { oldSecretUntil: newest.until }) }
  }

  /** False when it could not be stored: then nothing changed. */
  rotate(overlapMs: number): Promise<Rotated | 'tooMany' | false> {
    const rotated = this.#changing.then(() => this.#rotate(overlapMs))
    this.#changing = rotated.catch(() => undefined)
    return rotated
  }

  async #rotate(overlapMs: number): Promise<Rotated | 'tooMany' | false> {
    const { store, clock, secret: own } = this.#parts
    if (overlapMs > 0 && this.signers().length >= signingAtMost) return 'tooMany'
    const { to, secrets } = this.#configured
    const at = clock.now()
    const configured = secrets.map(secret => markOf(own, to, secret))
    const salt = randomBytes(24).toString('base64url')
    const rotation = { destination: to, at, salt, until: at + overlapMs, configured }
    if (!(await store.keepRotation(rotation))) return false
    const secret = secretOf(own, rotation)
    this.#generations.push(generationOf(rotation, secret))
    return { secret, oldUntil: rotation.until }
  }

  /** Each as long as those after it let it: none signs for longer than was said when it was replaced. */
  #signing(): readonly Generation[] {
    const now = this.#parts.clock.now()
    const signing: Generation[] = []
    let until = Number.POSITIVE_INFINITY
    for (const generation of this.#generations.toReversed()) {
      if (now >= until) break
      signing.push(generation)
      until = generation.until
    }
    return signing
  }
}

const generationOf = ({ at, until }: Rotation, secret: string): Generation => ({
  signers: [new Webhook(secret)],
  at,
  until
})

function secretOf(own: string, { destination, salt }: Pick<Rotation, 'destination' | 'salt'>): string {
  const key = hkdfSync('sha256', own, salt, `what is told to ${destination} is signed with it`, 32)
  return `whsec_${Buffer.from(key).toString('base64')}`
}

/** Tells a secret from others, and nothing else of it. */
const markOf = (own: string, to: DestinationId, secret: string): string =>
  createHmac('sha256', own).update(`${to} ${secret}`).digest('base64url').slice(0, 22)
