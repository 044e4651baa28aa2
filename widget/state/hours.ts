import type { LateSite } from '#shared/site.ts'
import type { Words } from '../words/en.ts'

const dayMs = 24 * 3_600_000

/** When people are there again, as one says it: the time alone today, with the weekday within a week, else the date. */
export function opensText(
  hours: LateSite['hours'],
  now: number,
  { locale, hours: { backAt, away } }: Pick<Words, 'locale' | 'hours'>
): string | undefined {
  if (!hours || hours.open) return undefined
  const { opensAt } = hours
  if (opensAt === undefined || opensAt <= now) return away
  return backAt(new Intl.DateTimeFormat(locale, partsFor(opensAt, now)).format(opensAt))
}

function partsFor(at: number, now: number): Intl.DateTimeFormatOptions {
  const time = { hour: 'numeric', minute: '2-digit' } as const
  if (new Date(at).toDateString() === new Date(now).toDateString()) return time
  if (at - now < 6 * dayMs) return { weekday: 'long', ...time }
  return { weekday: 'long', month: 'long', day: 'numeric', ...time }
}
