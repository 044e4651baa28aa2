import { seeded } from '../faults/random.ts'
import { test } from '../fixtures.ts'
import { Soak } from '../soak/soak.ts'

/** The visitor's; the bot answers each. `npm run soak:widget` says how many. */
const messages = Number(process.env['SOAK'] ?? 120) / 2
const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 1e9))

const plenty = '{ burst: 100000, perSecond: 10000 }'
const limits = ['messages', 'frames', 'sockets', 'conversations'].map(name => `${name}: ${plenty}`)

test.use({
  // Of a long run it would fill the disk.
  trace: messages > 500 ? 'off' : 'retain-on-failure',
  settings: {
    agents: true,
    takeWithinSeconds: 300,
    pace: 'fast',
    more: `limits: { ${limits.join(', ')} }`
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
  const soak = await Soak.begin({ visitor, network, relay, bot, agent }, seeded(seed))
  await soak.run(messages)
  await soak.check()
  console.log(JSON.stringify({ ...soak.tally, connectionsBroken: network.broken() }))
})
