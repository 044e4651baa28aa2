import type { HealthTold, Minutes, PlatformHealth } from '../../contract.ts'

/** One line of a chart. */
export interface Curve {
  key: keyof Minutes
  /** Of these four there is a colour each. */
  ink: 'calls' | 'errors' | 'usual' | 'worst'
}

/** The charts of a platform: how much there was, and how long it took. */
export const charts = [
  {
    key: 'calls',
    unit: 'count',
    curves: [
      { key: 'calls', ink: 'calls' },
      { key: 'errors', ink: 'errors' }
    ]
  },
  {
    key: 'times',
    unit: 'ms',
    curves: [
      { key: 'p50Ms', ink: 'usual' },
      { key: 'p99Ms', ink: 'worst' },
      { key: 'oursP99Ms', ink: 'calls' }
    ]
  }
] as const satisfies readonly { key: string; unit: 'count' | 'ms'; curves: readonly Curve[] }[]

export type ChartOf = (typeof charts)[number]

/** As a chart wants it: the times in seconds since 1970, and a list for each curve. */
export type Columns = readonly [readonly number[], ...(readonly (number | null)[])[]]

export function columnsOf({ series }: HealthTold, platform: string, chart: ChartOf): Columns {
  const minutes = series.platforms[platform]
  const count = minutes?.calls.length ?? 0
  const times = Array.from({ length: count }, (_, nth) => (series.from + nth * series.stepMs) / 1_000)
  return [times, ...chart.curves.map(({ key }) => minutes?.[key] ?? [])]
}

/** The rows of a chart's table, the newest first: only minutes of which there is something to tell. */
export function rowsOf([times, ...curves]: Columns): readonly {
  at: number
  values: readonly (number | null)[]
}[] {
  return times
    .map((seconds, nth) => ({ at: seconds * 1_000, values: curves.map(values => values[nth] ?? null) }))
    .filter(({ values }) => values.some(value => value !== null && value !== 0))
    .toReversed()
}

/** Of a hundred calls, how many were errors; undefined where there were no calls. */
export const errorShare = ({ calls, errors }: PlatformHealth): number | undefined =>
  calls === 0 ? undefined : (100 * errors) / calls

/** How a platform is, in a word: what waits too long or is given up on is worse than an error that was mended. */
export function stateOf({ dead, oldestOwedMs = 0, errors }: PlatformHealth): 'well' | 'again' | 'lost' {
  if (dead > 0) return 'lost'
  return errors > 0 || oldestOwedMs > lateMs ? 'again' : 'well'
}

/** What is owed for longer than this is late, ms. */
const lateMs = 10_000
