import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { check as checkBudget, report as reportBudget } from './checks/budget.ts'
import { check as checkLock } from './checks/lock.ts'
import { read, repository } from './checks/tree.ts'

export interface Step {
  name: string
  run(): Promise<boolean>
  /** Where the step writes down its tests, if it has any. */
  report?: string
}

export const reports = join(repository, 'test-results/reports')

/** Cheapest first, so that a mistake is told early. */
export function steps(): Step[] {
  return [
    own('lock file', () => checkLock(repository)),
    command('format', 'biome check .'),
    command('lint', 'npm run --silent lint'),
    command('types', 'tsc'),
    vitest('checks', '.ci/checks/vitest.config.ts'),
    vitest('tests', 'vitest.config.ts'),
    command('build', 'npm run --silent build'),
    own('size', sayBudget),
    command('dead code', 'knip --config .ci/knip.json'),
    tested(command('journeys', 'playwright test -c e2e/playwright.config.ts')),
    ...(hasScript('faults') ? [command('faults', 'npm run --silent faults')] : [])
  ]
}

function vitest(name: string, config: string): Step {
  const step = tested(command(name, ''))
  const line = `vitest run -c ${config} --reporter=default --reporter=json --outputFile.json=${step.report}`
  return { ...step, run: () => shell(line) }
}

function tested(step: Step): Step & { report: string } {
  return { ...step, report: join(reports, `${step.name}.json`) }
}

function command(name: string, line: string): Step {
  return { name, run: () => shell(line) }
}

function own(name: string, check: () => string[]): Step {
  return { name, run: () => Promise.resolve(isClean(check())) }
}

function isClean(wrong: string[]): boolean {
  for (const line of wrong) console.error(line)
  return wrong.length === 0
}

function sayBudget(): string[] {
  console.log(reportBudget(repository))
  return checkBudget(repository)
}

function hasScript(name: string): boolean {
  const { scripts } = JSON.parse(read(repository, 'package.json')) as { scripts: Record<string, string> }
  return name in scripts
}

function shell(line: string): Promise<boolean> {
  const path = [join(repository, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, ...plain, PATH: path, CI: '1' }
  const child = spawn(line, { shell: true, cwd: repository, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise(resolve => {
    child.on('error', () => resolve(false))
    child.on('exit', code => resolve(code === 0))
  })
}
