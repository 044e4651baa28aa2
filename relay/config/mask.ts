import { z } from 'zod'
import { createSearch, known, PatternError } from '../lib/mask/index.ts'

const names = Object.keys(known)

const pattern = z
  .string()
  .min(1)
  .max(1_000)
  .superRefine((text, context) => {
    try {
      createSearch(text)
    } catch (error) {
      if (!(error instanceof PatternError)) throw error
      context.addIssue({ code: 'custom', message: error.message })
    }
  })
  .describe('a regular expression, without lookarounds and references')

const own = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, 'small letters, digits and dashes')
    .refine(name => !names.includes(name), 'this name is taken')
    .describe('what stands in its place, in brackets'),
  pattern
})

/** What a site does not want to have. */
export const mask = z
  .array(z.union([z.enum(['card', 'iban', 'email', 'phone']), own]))
  .min(1)
  .max(10)
  .describe('masked before anything else sees it, in what visitors and agents say and in what pages tell')
