import { z } from 'zod'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
type Day = (typeof days)[number]

const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'from-to, such as 09:00-17:30')
  .refine(text => (text.split('-')[0] ?? '') < (text.split('-')[1] ?? ''), 'ends before it begins')
const spans = z.array(span).default([])

/** When the bot takes chats; a day without hours is a day off. */
export const hours = z.strictObject({
  timezone: z
    .string()
    .refine(isTimezone, 'a name of the time zone database, such as Europe/Warsaw')
    .describe('whose clock the hours are of'),
  outside: z
    .enum(['not_accepting_chats', 'offline'])
    .default('not_accepting_chats')
    .describe('the bot’s routing status the rest of the time'),
  mon: spans,
  tue: spans,
  wed: spans,
  thu: spans,
  fri: spans,
  sat: spans,
  sun: spans
})
export type Hours = z.infer<typeof hours>
export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline'

/** The routing status the bot should have at a time. Without hours it works day and night. */
export function statusAt(hours: Hours | undefined, at: number): RoutingStatus {
  if (!hours) return 'accepting_chats'
  const { day, time } = localTime(hours.timezone, at)
  const open = hours[day].some(text => {
    const [from = '', to = ''] = text.split('-')
    return from <= time && time < to
  })
  return open ? 'accepting_chats' : hours.outside
}

function localTime(timezone: string, at: number): { day: Day; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  }).formatToParts(at)
  const part = (type: string) => parts.find(one => one.type === type)?.value ?? ''
  const weekday = part('weekday').toLowerCase()
  return { day: days.find(day => day === weekday) ?? 'mon', time: `${part('hour')}:${part('minute')}` }
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
