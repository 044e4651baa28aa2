import { z } from 'zod'
import { httpUrl, repeated, words } from './parts.ts'

const option = z.strictObject({
  name: words(100).describe('what the form is answered with'),
  label: words(100).describe('what is shown')
})

const field = z
  .strictObject({
    kind: z.enum(['text', 'email', 'select']).default('text').describe('what is asked for'),
    name: words(64).describe('the field’s name, once in a form'),
    label: words(100).describe('what is asked'),
    placeholder: words(100).optional().describe('an example, shown while it is empty'),
    minLength: z.int().min(0).max(1_000).optional().describe('with 1 or more it must be filled in'),
    maxLength: z.int().min(1).max(1_000).optional().describe('the longest answer'),
    options: z.array(option).min(1).max(50).optional().describe('what a select offers')
  })
  .refine(({ kind, options }) => (kind === 'select') === (options !== undefined), {
    path: ['options'],
    error: 'a select has options, and nothing else has'
  })
  .refine(({ minLength = 0, maxLength = 1_000 }) => minLength <= maxLength, {
    path: ['minLength'],
    error: 'longer than maxLength'
  })

const fields = z
  .array(field)
  .min(1)
  .max(20)
  .superRefine((all, context) => {
    const message = repeated(all.map(({ name }) => name))
    if (message) context.addIssue({ code: 'custom', message })
  })

const form = z.strictObject({ text: words(500).optional().describe('said above it'), fields })

/** What a visitor is asked for before, or instead of, a conversation. */
export const forms = {
  consent: z
    .strictObject({
      text: words(1_000).describe('what the visitor agrees to'),
      url: httpUrl.optional().describe('where that is explained')
    })
    .optional()
    .describe('asked for before anything is stored or connected'),
  preChat: form.optional().describe('asked before the first message'),
  offline: form.optional().describe('offered while nobody is there: see hours')
}
