import { buildRelay } from './build.ts'
import { type Plant, plantNamed, plants } from './plants.ts'
import { countOf, print, summarize, zeros } from './report.ts'
import { run } from './run.ts'
import { small } from './sizes.ts'

/** Plants one fault after the other; true when each was found. A test that was never seen to fail proves nothing. */
export async function selfTest(seed: string, only?: string): Promise<boolean> {
  const chosen = only === undefined ? plants : [plantNamed(only)]
  let found = 0
  for (const plant of chosen) if (await finds(plant, seed)) found += 1
  summarize('faults-self-test', found, chosen.length - found)
  return found === chosen.length
}

async function finds({ name, what, replacements, shows, kills }: Plant, seed: string): Promise<boolean> {
  const began = performance.now()
  const main = await buildRelay(name, replacements)
  const { findings, facts } = await run({ ...small, main, seed, kills })
  const found = shows.some(check => countOf(findings, check) > 0)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  print(`${found ? 'found' : 'MISSED'} ${name} (${what}) in ${seconds} s\n  ${zeros(findings)}`)
  for (const [about, fact] of facts) print(`  ${about}: ${fact}`)
  return found
}
