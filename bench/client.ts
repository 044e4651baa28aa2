// All the visitors, as one process. Prints what it measured as JSON, on one line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { idle } from './idle.ts'
import { type Crowd, pace, saturate } from './load.ts'
import { contestants, conversations, firstSockets, perSecond } from './setup.ts'
import { openers } from './visitor.ts'

const orders = z.object({
  contestant: z.enum(contestants),
  url: z.string(),
  relayPid: z.coerce.number(),
  seconds: z.coerce.number().default(5),
  warmSeconds: z.coerce.number().default(2),
  /** Measure the memory of so many idle sockets instead. */
  idle: z.coerce.number().optional(),
  /** Tokens of conversations: read when it is there, else written. */
  tokens: z.string().optional()
})
type Orders = z.infer<typeof orders>

function fail(what: string): never {
  process.stderr.write(`client: ${what}\n`)
  process.exit(1)
}

async function load({ contestant, url, ...rest }: Orders) {
  let heard = (_text: string, _index: number) => {}
  const openOne = (_: unknown, index: number) =>
    openers[contestant](url, { heard: text => heard(text, index), trouble: fail }, '')
  const visitors = await Promise.all(Array.from({ length: conversations }, openOne))
  const crowd: Crowd = {
    visitors,
    listen(next) {
      heard = next
    }
  }
  const saturated = await saturate(crowd, rest)
  return { saturated, paced: await pace(crowd, perSecond, { ...rest, warmSeconds: 1 }) }
}

async function measureIdle({ contestant, url, relayPid, tokens = '' }: Orders, count: number) {
  const held = existsSync(tokens) ? readFileSync(tokens, 'utf8').split('\n') : []
  const ears = { heard() {}, trouble: fail }
  const open = (index: number) => openers[contestant](url, ears, held[index] ?? '')
  const { bytesEach, tokens: got } = await idle(open, { relayPid, first: firstSockets, count })
  if (tokens) writeFileSync(tokens, got.join('\n'))
  return { bytesEach }
}

const { values } = parseArgs({
  options: Object.fromEntries(Object.keys(orders.shape).map(name => [name, { type: 'string' as const }]))
})
const given = orders.parse(values)
const measured = given.idle === undefined ? await load(given) : await measureIdle(given, given.idle)
process.stdout.write(`${JSON.stringify(measured)}\n`, () => process.exit(0))
