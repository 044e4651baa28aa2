import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../planting.ts'
import { buildBeside } from './build.ts'
import { isNothing } from './compare.ts'
import { type Plant, plants } from './plants.ts'

const counts = z.object({ lost: z.number(), doubled: z.number(), reordered: z.number(), foreign: z.number() })
const result = join(root, 'test-results/soak.json')
/** Enough to find a planted fault. */
const messages = 120
const seed = '1121'

const healthy: Plant = { name: 'nothing', what: 'the widget as it is', replacements: [], shows: [] }

/** Plants one fault after the other, or the one that is named. True when each was found, and nothing where none is. */
async function selfTest(only: string | undefined): Promise<boolean> {
  const chosen = [healthy, ...plants].filter(({ name }) => !only || name === only)
  let right = 0
  for (const plant of chosen) if (await finds(plant)) right += 1
  console.log(`${right} passed, ${chosen.length - right} failed`)
  return chosen.length > 0 && right === chosen.length
}

async function finds({ name, what, replacements, shows, under }: Plant): Promise<boolean> {
  const began = performance.now()
  const dist = await buildBeside(name, replacements)
  const { findings, printed } = await soak({ SOAK_DIST: dist, ...(under && { SOAK_ONLY: under }) })
  const found = shows.some(kind => (findings?.[kind] ?? 0) > 0)
  const right = shows.length > 0 ? found : !!findings && isNothing(findings)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  console.log(`${right ? 'right' : 'WRONG'}: planted ${name} (${what}), ${seconds} s`)
  console.log(`  ${findings ? JSON.stringify(findings) : 'did not come to its end'}`)
  if (!right) console.log(printed)
  return right
}

/** One whole run. It has findings if it came to its end. */
async function soak(env: Readonly<Record<string, string>>) {
  rmSync(result, { force: true })
  const child = spawn(
    'playwright',
    ['test', '-c', 'e2e/playwright.config.ts', '--workers=1', 'soak.spec.ts'],
    {
      cwd: root,
      env: { ...process.env, SOAK: String(messages), SEED: seed, ...env },
      stdio: ['ignore', 'pipe', 'inherit']
    }
  )
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    printed += part
  })
  await once(child, 'close')
  return {
    printed,
    findings: existsSync(result) ? counts.parse(JSON.parse(readFileSync(result, 'utf8'))) : undefined
  }
}

process.exitCode = (await selfTest(process.argv[2])) ? 0 : 1
