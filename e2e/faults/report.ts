import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Proxy } from './proxy.ts'
import {
  type CheckName,
  checkNames,
  type Finding,
  type Stored,
  type TalkRecord,
  type VisitorRecord
} from './records.ts'
import type { Supervisor } from './supervisor.ts'
import type { Tally } from './tally.ts'
import type { Elsewhere } from './world.ts'

export type Fact = readonly [what: string, facts: string]

interface Done {
  records: readonly VisitorRecord[]
  talks: readonly TalkRecord[]
  elsewhere: Elsewhere
  stored: Stored
  relay: Supervisor
  proxy: Proxy
  tally: Tally
}

/** What was done, as a small table. */
export function factsOf({ records, talks, elsewhere, stored, relay, proxy, tally }: Done): Fact[] {
  const logs = [...stored.logs.values()]
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const lines = sumOf(logs.map(log => log.length))
  const said = sumOf(logs.map(log => log.filter(({ by }) => by === 'visitor').length))
  const undelivered = sumOf(logs.map(log => log.filter(({ kind }) => kind === 'undelivered').length))
  const views = sumOf(records.map(record => record.views.length + record.last.length))
  const among = (name: string) => tally.toString(what => what.startsWith(`${name} `)) || 'nothing'
  const { ebbot, engage, livechat } = elsewhere
  const all = records.length + talks.length
  return [
    ['logs', `${all} conversations, ${said} texts said, ${lines} lines, ${views} views compared`],
    [
      'platforms',
      `inGenious ${records.length - ebbot}, Ebbot ${ebbot} (${undelivered} texts undelivered, and said to be), ` +
        `Engage Digital ${engage}, LiveChat ${livechat}`
    ],
    ['relay', `${String(relay.tally)}; slowest start ${Math.round(relay.slowestStartMs)} ms`],
    ["relay's log", String(relay.logged) || 'no faults'],
    ['connections', `${proxy.fates.total()}: ${String(proxy.fates)}`],
    ['visitors', tally.toString(what => !/^(bot|webhook|ebbot|engage|livechat) /.test(what))],
    ...['bot', 'webhook', 'ebbot', 'engage', 'livechat'].map((name): Fact => [name, among(name)])
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
