import { rmSync } from 'node:fs'
import { type Count, closing, countOf, nothing, sum } from './reports.ts'
import { reports, type Step, steps } from './steps.ts'

async function main(): Promise<void> {
  rmSync(reports, { recursive: true, force: true })
  let count = nothing
  for (const step of steps()) {
    const counted = await take(step)
    count = sum(count, counted)
    if (counted.failed || counted.skipped) break
  }
  process.exitCode = count.failed || count.skipped ? 1 : 0
  console.log(closing(count))
}

async function take(step: Step): Promise<Count> {
  console.log(`\n== ${step.name}`)
  const began = Date.now()
  const green = await step.run()
  const counted = judge(step, green)
  const isRed = counted.failed > 0 || counted.skipped > 0
  console.log(
    `== ${step.name}: ${isRed ? 'red' : 'green'} after ${((Date.now() - began) / 1000).toFixed(1)} s`
  )
  return counted
}

/** A red step is a failure even when no single test of it failed; so is one that should have run tests and ran none. */
function judge(step: Step, green: boolean): Count {
  const counted = step.report ? countOf(step.report) : nothing
  const ranNothing = step.report !== undefined && counted.passed === 0
  const failed = green && !ranNothing ? counted.failed : Math.max(1, counted.failed)
  return { ...counted, failed }
}

await main()
