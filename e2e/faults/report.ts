import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Proxy } from './proxy.ts'
import { type CheckName, checkNames, type Finding, type Stored, type VisitorRecord } from './records.ts'
import type { Supervisor } from './supervisor.ts'
import type { Tally } from './tally.ts'

export type Fact = readonly [what: string, facts: string]

interface Done {
  records: readonly VisitorRecord[]
  stored: Stored
  relay: Supervisor
  proxy: Proxy
  tally: Tally
}

/** What was done, as a small table. */
export function factsOf({ records, stored, relay, proxy, tally }: Done): Fact[] {
  const lines = [...stored.logs.values()].reduce((sum, log) => sum + log.length, 0)
  const said = records.reduce((sum, record) => sum + record.said.size, 0)
  const views = records.reduce((sum, record) => sum + record.views.length + record.last.length, 0)
  return [
    ['logs', `${records.length} conversations, ${said} texts said, ${lines} lines, ${views} views compared`],
    ['relay', `${String(relay.tally)}; slowest start ${Math.round(relay.slowestStartMs)} ms`],
    ["relay's log", String(relay.logged) || 'no faults'],
    ['connections', `${proxy.fates.total()}: ${String(proxy.fates)}`],
    ['visitors', tally.toString(name => !/^(bot|webhook) /.test(name))],
    ['bot', tally.toString(name => name.startsWith('bot '))],
    ['webhooks', tally.toString(name => name.startsWith('webhook '))]
  ]
}

export const countOf = (findings: readonly Finding[], name: CheckName): number =>
  findings.filter(({ check }) => check === name).length

/** The zeros, or what stands in their place with a few examples of each. */
export function zeros(findings: readonly Finding[]): string {
  const counts = checkNames.map(name => `${name} ${countOf(findings, name)}`)
  const samples = checkNames.flatMap(name =>
    findings.filter(({ check }) => check === name).slice(0, samplesOfEach)
  )
  return [counts.join(', '), ...samples.map(({ check, what }) => `  ${check}: ${what}`)].join('\n')
}

const samplesOfEach = 4

/** The summary that every suite leaves behind, and its last line. */
export function summarize(name: string, passed: number, failed: number): void {
  const folder = fileURLToPath(new URL('../../test-results', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ passed, failed })}\n`)
  print(`${passed} passed, ${failed} failed`)
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
