import { buildRelay } from './build.ts'
import { type Plant, plantNamed, plants } from './plants.ts'
import { countOf, print, summarize, zeros } from './report.ts'
import { run } from './run.ts'
import { messagesUnderKills, small } from './sizes.ts'

const healthy: Plant = { name: 'nothing', what: 'the relay as it is', replacements: [], shows: [] }

/** Plants one fault after the other; true when each was found. A test that was never seen to fail proves nothing. */
export async function selfTest(seed: string, only?: string): Promise<boolean> {
  const chosen = only === undefined ? [healthy, ...plants] : [plantNamed(only)]
  let right = 0
  for (const plant of chosen) if (await finds(plant, seed)) right += 1
  summarize('faults-self-test', right, chosen.length - right)
  return right === chosen.length
}

/** Where nothing is planted, nothing must be found. */
async function finds(
  { name, what, replacements, shows, kills, elsewhere }: Plant,
  seed: string
): Promise<boolean> {
  const began = performance.now()
  const main = await buildRelay(name, replacements)
  const there = elsewhere ? { conversations: 0, elsewhere } : {}
  const size = { ...small, ...there, ...(kills && { kills, messages: messagesUnderKills }) }
  const { findings, facts } = await run({ ...size, main, seed })
  const found = shows.some(check => countOf(findings, check) > 0)
  const right = shows.length > 0 ? found : findings.length === 0
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  print(`\n${right ? 'right' : 'WRONG'}: planted ${name} (${what}), ${seconds} s`)
  for (const [about, fact] of facts) print(`  ${about.padEnd(12)} ${fact}`)
  print(`  ${zeros(findings)}`)
  return right
}
