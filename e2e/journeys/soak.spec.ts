import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seeded } from '../faults/random.ts'
import { expect, test } from '../fixtures.ts'
import { nothing } from '../soak/compare.ts'
import { mishapNamed, planOf } from '../soak/plan.ts'
import { Soak } from '../soak/soak.ts'

const { SOAK = '120', SEED, SOAK_ONLY, SOAK_DIST } = process.env
/** The visitor's; the bot answers each. `npm run soak:widget` says how many. */
const messages = Number(SOAK) / 2
const seed = SEED ?? String(Math.floor(Math.random() * 1e9))
const only = mishapNamed(SOAK_ONLY)

const plenty = '{ burst: 100000, perSecond: 10000 }'
const limits = ['messages', 'frames', 'sockets', 'conversations'].map(name => `${name}: ${plenty}`)
const results = fileURLToPath(new URL('../../test-results', import.meta.url))

test.use({
  // Of a long run it would fill the disk.
  trace: messages > 500 ? 'off' : 'retain-on-failure',
  settings: {
    agents: true,
    takeWithinSeconds: 300,
    pace: 'fast',
    more: `limits: { ${limits.join(', ')} }`,
    dist: SOAK_DIST
  }
})

test('[TB11] two tabs, and whatever can go wrong with them: nothing is lost, doubled or reordered', async ({
  visitor,
  network,
  relay,
  bot,
  agent
}) => {
  test.setTimeout(120_000 + messages * 2_000)
  console.log(`seed ${seed}`)
  const random = seeded(seed)
  const soak = await Soak.begin({ visitor, network, relay, bot, agent }, random)
  const findings = await soak.run(planOf(messages, random.fork('plan'), only))
  const result = { seed, ...soak.tally, connectionsBroken: network.broken(), ...findings }
  console.log(JSON.stringify(result))
  mkdirSync(results, { recursive: true })
  writeFileSync(`${results}/soak.json`, `${JSON.stringify(result)}\n`)
  expect(findings).toEqual(nothing)
})
