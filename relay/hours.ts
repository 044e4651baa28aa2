import type { HoursConfig } from './config/hours.ts'

/** Whether people are there, and if not, when they are again (ms since 1970), if ever. */
export interface OpenNow {
  open: boolean
  opensAt?: number
}

const minuteMs = 60_000
const dayMs = 86_400_000
/** Far enough for a site that opens once a year. */
const searchDays = 370
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/**
 * Reads opening hours by the wall clock of their place. A range begins and ends at the first moment that its clock
 * shows that time or, where the clock jumps over it, right after the jump.
 */
export function createHours({ timeZone, week, closed }: HoursConfig): (now: number) => OpenNow {
  const wall = wallClock(timeZone)
  const off = new Set(closed)

  /** The ranges of a day, as moments; the day is named by its midnight in UTC. */
  function rangesOf(day: number): readonly { from: number; to: number }[] {
    const iso = new Date(day).toISOString().slice(0, 10)
    const name = weekdays[new Date(day).getUTCDay()]
    if (!name || off.has(iso) || off.has(iso.slice(5))) return []
    return week[name]
      .map(range => ({
        from: firstMoment(wall, day + minutes(range.slice(0, 5))),
        to: firstMoment(wall, day + minutes(range.slice(6)))
      }))
      .sort((one, other) => one.from - other.from)
  }

  return now => {
    const today = Math.floor(wall(now) / dayMs) * dayMs
    for (let day = today - dayMs; day <= today + searchDays * dayMs; day += dayMs) {
      const next = rangesOf(day).find(({ from, to }) => now < to && from < to)
      if (next) return next.from <= now ? { open: true } : { open: false, opensAt: next.from }
    }
    return { open: false }
  }
}

const minutes = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minuteMs

/** What a clock on the wall shows at a moment, written as if it were UTC. */
type Wall = (moment: number) => number

function wallClock(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric'
  })
  return moment => {
    const parts = Object.fromEntries(
      format.formatToParts(moment).map(({ type, value }) => [type, Number(value)])
    )
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second)
  }
}

function firstMoment(wall: Wall, shown: number): number {
  const ahead = (moment: number) => wall(moment) - moment
  const before = shown - ahead(shown - dayMs)
  const after = shown - ahead(shown + dayMs)
  if (wall(before) === shown) return before
  if (wall(after) === shown) return after
  return jumpBetween(wall, shown, [Math.min(before, after), Math.max(before, after)])
}

/** The clock jumped over the wanted time between these moments: when? */
function jumpBetween(wall: Wall, shown: number, [from, to]: [number, number]): number {
  if (to - from <= minuteMs) return to
  const middle = from + Math.floor((to - from) / 2 / minuteMs) * minuteMs
  return jumpBetween(wall, shown, wall(middle) >= shown ? [from, middle] : [middle, to])
}
