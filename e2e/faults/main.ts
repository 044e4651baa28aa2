import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { buildRelay } from './build.ts'
import { plantNamed } from './plants.ts'
import { checkNames } from './records.ts'
import { countOf, print, summarize, zeros } from './report.ts'
import { run } from './run.ts'
import { selfTest } from './self-test.ts'
import { usual } from './sizes.ts'
import type { Elsewhere } from './world.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    /** On inGenious, and on the other platforms in proportion. */
    conversations: { type: 'string' },
    messages: { type: 'string' },
    /** For so many seconds at most everything goes wrong; then there is calm until all are finished. */
    rage: { type: 'string' },
    plant: { type: 'string' },
    'self-test': { type: 'boolean' }
  }
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))

const seed = values.seed ?? String(randomBytes(4).readUInt32BE())
print(`seed ${seed}`)
const passed = await (values['self-test'] ? selfTest(seed, values.plant) : faultTest())
// Not by itself: Node can wait for ever for sockets that were reset.
process.exit(passed ? 0 : 1)

/** True when every count is zero. */
async function faultTest(): Promise<boolean> {
  const began = performance.now()
  const plant = values.plant === undefined ? undefined : plantNamed(values.plant)
  const main = await buildRelay(plant?.name ?? 'relay', plant?.replacements)
  const conversations = Number(values.conversations ?? usual.conversations)
  const messages = Number(values.messages ?? usual.messages)
  const share = conversations / usual.conversations
  const rageMs =
    values.rage === undefined
      ? (usual.rageMs * share * messages) / usual.messages
      : Number(values.rage) * 1_000
  const elsewhere = times(share, usual.elsewhere)
  const { findings, facts } = await run({ ...usual, main, seed, conversations, elsewhere, messages, rageMs })
  for (const [what, fact] of facts) print(`${what.padEnd(12)} ${fact}`)
  print(zeros(findings))
  const failed = checkNames.filter(name => countOf(findings, name) > 0).length
  print(`${Math.round((performance.now() - began) / 1_000)} s, seed ${seed}`)
  summarize('faults', checkNames.length - failed, failed)
  return failed === 0
}

function times(share: number, { ebbot, engage, livechat }: Elsewhere): Elsewhere {
  const part = (count: number) => Math.round(count * share)
  return { ebbot: part(ebbot), engage: part(engage), livechat: part(livechat) }
}
