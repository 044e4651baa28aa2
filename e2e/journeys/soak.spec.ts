import { seeded } from '../faults/random.ts'
import { test } from '../fixtures.ts'
import { Soak } from '../soak/soak.ts'

/** The visitor's; the bot answers each. `npm run soak:widget` says how many. */
const messages = Number(process.env['SOAK'] ?? 120) / 2
const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 1e9))

const plenty = '{ burst: 100000, perSecond: 10000 }'
const limits = ['messages', 'frames', 'sockets', 'conversations'].map(name => `${name}: ${plenty}`)

test.use({
  settings: {
    agents: true,
    takeWithinSeconds: 300,
    pace: 'fast',
    more: `limits: { ${limits.join(', ')} }`
  }
})

test('[TB11] two tabs, cuts, offline periods and reloads: nothing is lost, doubled or reordered', async ({
  visitor,
  network,
  bot,
  agent
}) => {
  test.setTimeout(60_000 + messages * 1_500)
  console.log(`seed ${seed}`)
  const soak = new Soak({ visitor, network, bot, agent }, seeded(seed))
  await soak.run(messages)
  await soak.check()
  console.log(JSON.stringify(soak.tally))
})
