import type { DestinationId } from '../../conversation/delivery.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Tallies, Tally } from '../../lib/tallies.ts'
import { type ApiRoute, ok } from '../answers.ts'
import type { OperatorsStore } from './store.ts'

/** What waits for a destination in this process's hands. */
interface Waiting {
  lanes: number
  owed: number
  /** ms since 1970 */
  oldestOwedAt?: number
}

export interface HealthParts {
  store: Pick<OperatorsStore, 'countDead'>
  tallies: Tallies
  clock: Clock
  /** Everybody who is called. */
  platforms: readonly DestinationId[]
  waiting(): ReadonlyMap<DestinationId, Waiting>
}

/** How every platform is doing, as it is now and over the last hour by the minute. */
export const healthRoutes = (parts: HealthParts): readonly ApiRoute[] => [
  {
    for: 'operator',
    method: 'GET',
    path: '/health',
    async run() {
      const { tallies, platforms } = parts
      const [waiting, dead] = [parts.waiting(), await parts.store.countDead()]
      const all = platforms.map(id => ({ id, ...tallies.of(id) }))
      return ok({
        since: tallies.since(),
        platforms: all.map(({ id, hour }) => ({
          id,
          kind: kindOf(id),
          ...hour,
          ...laneOf(waiting.get(id), parts.clock.now()),
          dead: dead.get(id) ?? 0
        })),
        series: {
          from: tallies.from(),
          stepMs: 60_000,
          platforms: Object.fromEntries(all.map(({ id, minutes }) => [id, columnsOf(minutes)]))
        }
      })
    }
  }
]

const kinds = { bots: 'bot', channels: 'channel', topics: 'subscriber' } as const
const kindOf = (id: DestinationId) =>
  Object.entries(kinds).find(([folder]) => id.startsWith(`${folder}/`))?.[1] ?? 'other'

const laneOf = ({ lanes, owed, oldestOwedAt }: Waiting = { lanes: 0, owed: 0 }, now: number) => ({
  lanes,
  owed,
  ...(oldestOwedAt !== undefined && { oldestOwedMs: Math.max(0, now - oldestOwedAt) })
})

const columns = [
  'calls',
  'errors',
  'p50Ms',
  'p99Ms',
  'oursP50Ms',
  'oursP99Ms',
  'webhooks',
  'webhooksP99Ms'
] as const

/** As charts want it: a list for each number, null where nothing was measured. */
const columnsOf = (minutes: readonly Tally[]) =>
  Object.fromEntries(columns.map(column => [column, minutes.map(minute => minute[column] ?? null)]))
