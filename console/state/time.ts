const clockTime = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const wholeTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const longDay = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric'
})
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

export const timeOf = (at: number): string => clockTime.format(at)
export const momentOf = (at: number): string => wholeTime.format(at)
export const longDayOf = (at: number): string => longDay.format(at)

/** The hour of today, else the day. */
export const brief = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? timeOf(at) : shortDay.format(at)

/** The same for two moments of one day where the agent is. */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}
