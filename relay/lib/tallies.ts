import type { Clock } from './clock.ts'
import { createSpread, type Spread } from './spread.ts'

const minuteMs = 60_000
const minutes = 60

/** What became of an attempt, and whose time it took, ms. */
interface Tried {
  outcome: string
  waitedMs: number
  theirsMs: number
}

/** One minute of one platform. */
interface Minute {
  calls: number
  errors: number
  /** Until it answered. */
  theirs: Spread
  /** From when something was due until it went out. */
  ours: Spread
  webhooks: number
  /** From its request to our answer. */
  answers: Spread
}

/** What a platform was like over a time. Times are missing where nothing was measured. */
export interface Tally {
  calls: number
  errors: number
  p50Ms?: number
  p99Ms?: number
  oursP50Ms?: number
  oursP99Ms?: number
  webhooks: number
  webhooksP99Ms?: number
}

/** The last hour of every platform by the minute, in the process's memory: what an operator looks at now. */
export interface Tallies {
  attempted(platform: string, tried: Tried): void
  webhook(platform: string, ms: number): void
  /** The hour as one, and its minutes from the oldest to this one. */
  of(platform: string): { hour: Tally; minutes: readonly Tally[] }
  /** ms since 1970: nothing is known from before. */
  since(): number
  /** ms since 1970: when the oldest of the minutes begins. */
  from(): number
}

export function createTallies(clock: Clock): Tallies {
  const began = clock.now()
  const platforms = new Map<string, Map<number, Minute>>()
  const minuteNow = () => Math.floor(clock.now() / minuteMs)
  const oldest = () => minuteNow() - minutes + 1

  function now(platform: string): Minute {
    const kept = platforms.get(platform) ?? new Map<number, Minute>()
    platforms.set(platform, kept)
    const nth = minuteNow()
    const minute = kept.get(nth) ?? emptyMinute()
    const [first = nth] = kept.keys()
    if (first < oldest()) kept.delete(first)
    kept.set(nth, minute)
    return minute
  }

  return {
    attempted(platform, { outcome, waitedMs, theirsMs }) {
      const minute = now(platform)
      minute.calls += 1
      if (outcome !== 'taken' && outcome !== 'linked') minute.errors += 1
      minute.theirs.add(theirsMs)
      minute.ours.add(waitedMs)
    },
    webhook(platform, ms) {
      const minute = now(platform)
      minute.webhooks += 1
      minute.answers.add(ms)
    },
    of(platform) {
      const kept = platforms.get(platform)
      const all = Array.from({ length: minutes }, (_, nth) => kept?.get(oldest() + nth) ?? emptyMinute())
      return { hour: tallyOf(all), minutes: all.map(minute => tallyOf([minute])) }
    },
    since: () => Math.max(began, oldest() * minuteMs),
    from: () => oldest() * minuteMs
  }
}

const emptyMinute = (): Minute => ({
  calls: 0,
  errors: 0,
  theirs: createSpread(),
  ours: createSpread(),
  webhooks: 0,
  answers: createSpread()
})

function tallyOf(all: readonly Minute[]): Tally {
  const sum = (of: (minute: Minute) => number) => all.reduce((total, minute) => total + of(minute), 0)
  const below = (name: string, of: (minute: Minute) => Spread, share: number) => {
    const ms = createSpread().with(all.map(of)).below(share)
    return ms === undefined ? {} : { [name]: ms }
  }
  return {
    calls: sum(({ calls }) => calls),
    errors: sum(({ errors }) => errors),
    webhooks: sum(({ webhooks }) => webhooks),
    ...below('p50Ms', ({ theirs }) => theirs, 0.5),
    ...below('p99Ms', ({ theirs }) => theirs, 0.99),
    ...below('oursP50Ms', ({ ours }) => ours, 0.5),
    ...below('oursP99Ms', ({ ours }) => ours, 0.99),
    ...below('webhooksP99Ms', ({ answers }) => answers, 0.99)
  }
}
