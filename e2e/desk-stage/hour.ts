import type { HealthTold, Minutes, PlatformHealth } from '../../console/contract.ts'

const minutes = 60
const stepMs = 60_000

/** How a platform does: so many calls a minute, so long each, and when it had trouble, minutes from the beginning. */
interface Manner {
  id: string
  kind: string
  calls: number
  webhooks: number
  usualMs: number
  trouble?: { from: number; to: number; share: number; slower: number }
  now: Pick<PlatformHealth, 'lanes' | 'owed' | 'oldestOwedMs' | 'dead'>
}

const manners: readonly Manner[] = [
  {
    id: 'bots/support',
    kind: 'bot',
    calls: 64,
    webhooks: 41,
    usualMs: 58,
    trouble: { from: 31, to: 39, share: 0.16, slower: 7 },
    now: { lanes: 3, owed: 4, oldestOwedMs: 1_240, dead: 0 }
  },
  {
    id: 'channels/livechat',
    kind: 'channel',
    calls: 22,
    webhooks: 25,
    usualMs: 91,
    now: { lanes: 1, owed: 1, oldestOwedMs: 160, dead: 0 }
  },
  {
    id: 'topics/crm',
    kind: 'subscriber',
    calls: 48,
    webhooks: 0,
    usualMs: 36,
    trouble: { from: 12, to: 14, share: 0.3, slower: 3 },
    now: { lanes: 0, owed: 0, dead: 2 }
  }
]

/** An hour of three platforms, always the same but for when it is. */
export function anHour(now: number): HealthTold {
  const from = Math.floor(now / stepMs) * stepMs - (minutes - 1) * stepMs
  const all = manners.map(manner => ({ manner, series: seriesOf(manner) }))
  return {
    since: from - 9 * 86_400_000,
    platforms: all.map(({ manner, series }) => platformOf(manner, series)),
    series: {
      from,
      stepMs,
      platforms: Object.fromEntries(all.map(({ manner, series }) => [manner.id, series]))
    }
  }
}

/** From 0 to 1, as if by chance. */
const wobble = (nth: number, salt: number): number => {
  const far = Math.sin(nth * 12.9898 + salt * 78.233) * 43_758.5453
  return far - Math.floor(far)
}

function seriesOf({ calls, webhooks, usualMs, trouble }: Manner): Minutes {
  const of = (value: (nth: number, hard: number) => number): readonly number[] =>
    Array.from({ length: minutes }, (_, nth) => {
      const isHard = trouble !== undefined && nth >= trouble.from && nth <= trouble.to
      // It comes, is at its worst in the middle, and goes.
      const hard = isHard
        ? Math.sin((Math.PI * (nth - trouble.from + 1)) / (trouble.to - trouble.from + 2))
        : 0
      return Math.round(value(nth, hard))
    })
  const tide = (nth: number) => 1 + 0.28 * Math.sin(nth / 9) + 0.34 * (wobble(nth, calls) - 0.5)
  const slow = (hard: number) => 1 + hard * ((trouble?.slower ?? 1) - 1)
  return {
    calls: of((nth, hard) => calls * tide(nth) * (1 + hard * 0.4)),
    errors: of((nth, hard) => calls * tide(nth) * hard * (trouble?.share ?? 0)),
    p50Ms: of((nth, hard) => usualMs * (0.9 + 0.2 * wobble(nth, 1)) * (1 + (slow(hard) - 1) / 4)),
    p99Ms: of((nth, hard) => usualMs * (2.4 + 1.3 * wobble(nth, 2)) * slow(hard)),
    oursP50Ms: of(nth => 2 + 2 * wobble(nth, 3)),
    oursP99Ms: of((nth, hard) => 9 + 14 * wobble(nth, 4) + hard * usualMs * 5),
    webhooks: of(nth => webhooks * tide(nth)),
    webhooksP99Ms: of(nth => 4 + 5 * wobble(nth, 5))
  }
}

function platformOf({ id, kind, webhooks, now }: Manner, series: Minutes): PlatformHealth {
  const values = (key: keyof Minutes) => series[key].map(value => value ?? 0)
  const sum = (key: keyof Minutes) => values(key).reduce((total, value) => total + value, 0)
  const middle = (key: keyof Minutes) => values(key).toSorted((a, b) => a - b)[minutes / 2] ?? 0
  const most = (key: keyof Minutes) => values(key).toSorted((a, b) => b - a)[3] ?? 0
  return {
    id,
    kind,
    calls: sum('calls'),
    errors: sum('errors'),
    p50Ms: middle('p50Ms'),
    p99Ms: most('p99Ms'),
    oursP50Ms: middle('oursP50Ms'),
    oursP99Ms: most('oursP99Ms'),
    webhooks: sum('webhooks'),
    ...(webhooks > 0 && { webhooksP99Ms: most('webhooksP99Ms') }),
    ...now
  }
}
