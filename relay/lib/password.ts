import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Cost {
  /** The binary logarithm of scrypt's N. */
  log: number
  blocks: number
  lanes: number
}

/** 32 MB and three rounds: one of the sets that OWASP's password storage cheat sheet names. */
const usual: Cost = { log: 15, blocks: 8, lanes: 3 }
/** Nobody's configuration makes a relay spend more than this, bytes. */
const mostMemory = 268_435_456
const bytes = 32

const written = /^scrypt\$(\d{2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22,86})\$([\w-]{43})$/

/** `scrypt$15$8$3$SALT$HASH`, with another salt each time: what stands in the configuration in place of a password. */
export async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, usual)
  const { log, blocks, lanes } = usual
  return ['scrypt', log, blocks, lanes, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Is it one of ours, that can be asked for a password, and none that would cost the relay its memory? */
export function isHash(text: string): boolean {
  const cost = readHash(text)?.cost
  return !!cost && isPossible(cost) && 2 ** cost.log * 128 * cost.blocks <= mostMemory
}

/** As scrypt has it: RFC 7914, section 2. */
const isPossible = ({ log, blocks, lanes }: Cost): boolean =>
  log > 0 && blocks > 0 && lanes > 0 && log < 16 * blocks

/** Is this the password of a hash? Where there is no hash it takes as long, and never is. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const read = hash === undefined ? undefined : readHash(hash)
  const { cost, salt, key } = read ?? { cost: usual, salt: nobody, key: nobody }
  const same = timingSafeEqual(await derive(password, salt, cost), key)
  return same && !!read
}

const nobody = randomBytes(bytes)

function readHash(text: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined {
  const [, log, blocks, lanes, salt, key] = written.exec(text) ?? []
  if (salt === undefined || key === undefined) return undefined
  return {
    cost: { log: Number(log), blocks: Number(blocks), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url')
  }
}

const derived = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** The same characters are the same password, however a keyboard composes them. */
const derive = (password: string, salt: Buffer, { log, blocks, lanes }: Cost): Promise<Buffer> =>
  derived(password.normalize('NFKC'), salt, bytes, {
    N: 2 ** log,
    r: blocks,
    p: lanes,
    maxmem: mostMemory * 2
  })
