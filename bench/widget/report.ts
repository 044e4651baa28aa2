import { median } from '../numbers.ts'
import type { Listed } from './list.ts'
import type { Before, Times } from './measure.ts'
import type { Subject } from './subjects.ts'

export interface Measured {
  before: Before
  /** By round. */
  times: Times[]
  cpu: number[]
  list?: Listed | undefined
}

interface Row {
  name: string
  goal: string
  of(measured: Measured): number | undefined
  digits?: number
}

const medianOf = (values: readonly (number | undefined)[]): number | undefined => {
  const there = values.filter(value => value !== undefined)
  return there.length > 0 ? median(there) : undefined
}

const rows: readonly Row[] = [
  { name: 'before intent: kB on the wire', goal: '2.5', of: ({ before }) => before.bytes / 1_000, digits: 1 },
  { name: 'before intent: requests', goal: '1', of: ({ before }) => before.requests },
  { name: 'before intent: requests elsewhere', goal: '0', of: ({ before }) => before.elsewhere },
  { name: 'before intent: long tasks', goal: '0', of: ({ before }) => before.longTasks },
  { name: 'layout shift caused', goal: '0', of: ({ before }) => before.shift, digits: 3 },
  {
    name: 'slow: first sight, ms',
    goal: '600',
    of: ({ times }) => medianOf(times.map(({ visible }) => visible))
  },
  {
    name: 'slow: click to composer, cold, ms',
    goal: '400',
    of: ({ times }) => medianOf(times.map(({ cold }) => cold))
  },
  {
    name: 'slow: click to composer, warm, ms',
    goal: '80',
    of: ({ times }) => medianOf(times.map(({ warm }) => warm))
  },
  { name: 'main thread, boot and open, ms', goal: '90', of: ({ cpu }) => medianOf(cpu) },
  { name: 'long log: ready, ms', goal: '', of: ({ list }) => list?.ready },
  { name: 'long log: nodes on the page', goal: '300', of: ({ list }) => list?.nodes },
  { name: 'long log: MB over empty', goal: '6', of: ({ list }) => list?.heap, digits: 1 },
  { name: 'long log: sweep, frames/s', goal: '58', of: ({ list }) => list?.fps, digits: 1 },
  { name: 'long log: worst frame, ms', goal: '', of: ({ list }) => list?.worst }
]

/** Medians of the rounds, side by side. */
export function table(measured: ReadonlyMap<Subject, Measured>): string {
  const all = [...measured]
  const head = ['', 'goal', ...all.map(([{ title }]) => title)]
  const body = rows.map(({ name, goal, of, digits = 0 }) => [
    name,
    goal,
    ...all.map(([, one]) => of(one)?.toFixed(digits) ?? '–')
  ])
  return [head, head.map(() => '---'), ...body].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
