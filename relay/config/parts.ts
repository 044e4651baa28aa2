import { z } from 'zod'

export const secret = z
  .string()
  .min(16, 'a secret has at least 16 characters; `openssl rand -hex 32` makes a good one')

/** `https://host[:port]`, exactly as a browser sends it. */
export const origin = z.string().refine(text => URL.canParse(text) && new URL(text).origin === text, {
  error: 'an origin is scheme, host and perhaps port, without a path or a slash: https://shop.example.com'
})

export const httpUrl = z.url({ protocol: /^https?$/ })

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'an id has small letters, digits and dashes')

export const path = z
  .string()
  .max(500)
  .startsWith('/', 'a path begins with /; * stands for anything')
  .describe('the path of a page; * stands for anything')

export const retentionDays = z
  .int()
  .min(1)
  .max(36_500)
  .describe('a conversation that was last used so many days ago is erased; absent: never')

/** Words a visitor reads. */
export const words = (max: number) => z.string().trim().min(1).max(max)

/** Says which of these stand there more than once. */
export function repeated(names: readonly string[]): string | undefined {
  const twice = names.filter((name, i) => names.indexOf(name) !== i)
  return twice.length > 0 ? `there more than once: ${[...new Set(twice)].join(', ')}` : undefined
}
