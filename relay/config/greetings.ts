import { z } from 'zod'
import { id, path, repeated, words } from './parts.ts'

const greeting = z.strictObject({
  id: id.describe('under this name the browser remembers that it was shown or closed'),
  text: words(300).describe('what is said'),
  pages: z.array(path).min(1).optional().describe('only on pages of these paths; * stands for anything'),
  afterSeconds: z.number().min(0).max(3_600).optional().describe('after so long on the page'),
  scrolled: z.number().min(0).max(100).optional().describe('once so much of the page was scrolled past, %'),
  returning: z.boolean().optional().describe('true: only to who was here before; false: only to who was not'),
  everyHours: z
    .number()
    .positive()
    .max(8_760)
    .default(24)
    .describe('at most once in so long; never again once it was closed')
})

/** Where the widget stays away, and what it says by itself. */
export const pageRules = {
  hiddenOn: z.array(path).optional().describe('no widget on pages of these paths; * stands for anything'),
  greetings: z
    .array(greeting)
    .max(20)
    .optional()
    .describe('said to a visitor before they ask')
    .superRefine((all, context) => {
      const message = repeated((all ?? []).map(one => one.id))
      if (message) context.addIssue({ code: 'custom', message })
    })
}
