const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Below this times stand as far apart as they are, above it as far as their orders of magnitude, ms. */
const kneeMs = 10
const steps = [
  0,
  10,
  100,
  second,
  10 * second,
  minute,
  10 * minute,
  hour,
  day,
  10 * day,
  100 * day,
  1_000 * day
]

/** Where a scale may end: soon after the longest of its times, so that no room is left over. */
const ends = [
  ...[1, 2, 5, 10, 20, 30].map(many => many * second),
  ...[1, 2, 5, 10, 20, 30].map(many => many * minute),
  ...[1, 2, 5, 12].map(many => many * hour),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map(many => many * day)
]
/** Where the last of the usual ticks is further from the end, percent, the end is one, too. */
const tickRoom = 9

/** How far from the left a time stands, so that a millisecond and an hour are both seen. */
export interface Scale {
  /** ms; two that end together are the same. */
  end: number
  /** Percent of the width. */
  place(ms: number): number
  ticks: readonly number[]
}

/** One for all entries of a page, as wide as the longest of them needs. */
export function scaleTo(longestMs: number): Scale {
  const end = ends.find(each => each >= Math.max(second, longestMs)) ?? longestMs
  const place = (ms: number) => (100 * far(Math.min(ms, end))) / far(end)
  const ticks = steps.filter(step => step <= end)
  return { end, place, ticks: 100 - place(ticks.at(-1) ?? 0) > tickRoom ? [...ticks, end] : ticks }
}

const far = (ms: number): number => Math.log10(1 + Math.max(0, ms) / kneeMs)

/** A time in its two largest units, as short as it can be said. */
export function delayOf(ms: number): string {
  const whole = Math.max(0, Math.round(ms))
  if (whole < second) return `${whole} ms`
  if (whole < 10 * second) return `${trimmed(whole / second)} s`
  if (whole < minute) return `${Math.round(whole / second)} s`
  if (whole < hour) return both(whole, [minute, 'min'], [second, 's'])
  return whole < day ? both(whole, [hour, 'h'], [minute, 'min']) : both(whole, [day, 'd'], [hour, 'h'])
}

type Unit = readonly [ms: number, name: string]

function both(ms: number, [large, name]: Unit, [small, other]: Unit): string {
  const rest = Math.floor((ms % large) / small)
  return `${Math.floor(ms / large)} ${name}${rest ? ` ${rest} ${other}` : ''}`
}

const trimmed = (seconds: number): string => seconds.toFixed(1).replace(/\.0$/, '')
