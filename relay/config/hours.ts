import { z } from 'zod'

const range = z
  .string()
  .regex(
    /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
    'a time of a day is 09:00-17:30; the last minute is before 24:00'
  )
  .refine(text => text.slice(0, 5) < text.slice(6), {
    error:
      'it ends before it begins; what lasts over midnight is two: 22:00-24:00, and 00:00-02:00 of the next day'
  })

const day = z
  .string()
  .regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'a day is 2026-12-24, or 12-24 in every year')
  .refine(isDay, 'there is no such day')

function isDay(text: string): boolean {
  const iso = text.length === 5 ? `2024-${text}` : text
  const read = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso)
}

const timeZone = z.string().refine(isTimeZone, 'a time zone, such as Europe/Berlin')

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).format(0) !== ''
  } catch {
    return false
  }
}

const ranges = z.array(range).default([])

/** When people are there, in the place where they are. */
export const hours = z.strictObject({
  timeZone: timeZone.describe('where the times are meant; its changes of the clock are known'),
  week: z
    .strictObject({
      mon: ranges.describe('such as ["09:00-12:00", "13:00-17:30"]; [] is closed'),
      tue: ranges.describe('as mon'),
      wed: ranges.describe('as mon'),
      thu: ranges.describe('as mon'),
      fri: ranges.describe('as mon'),
      sat: ranges.describe('as mon'),
      sun: ranges.describe('as mon')
    })
    .describe('a day that is left out is closed'),
  closed: z.array(day).default([]).describe('days closed for once (2026-12-24) or every year (12-25)')
})
export type HoursConfig = z.infer<typeof hours>
