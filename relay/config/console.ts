import { z } from 'zod'
import { isHash } from '../lib/password.ts'
import { repeated, words } from './parts.ts'

const account = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.@-]{1,100}$/, 'letters, digits and . _ @ -')
    .describe('what they sign in with'),
  shown: z.string().trim().min(1).max(80).optional().describe('what visitors read; absent: the name'),
  role: z.enum(['agent', 'operator']).describe('agents answer visitors; operators also run the relay'),
  hash: z
    .string()
    .refine(isHash, 'a hash of the password: `npm run console -- hash` makes one')
    .describe('of the password'),
  disabled: z.boolean().default(false).describe('may not sign in, and is signed out')
})

const canned = z.strictObject({
  shortcut: z
    .string()
    .regex(/^[\w-]{1,32}$/, 'letters, digits, _ and -')
    .describe('what an agent writes after a / to have it'),
  text: words(4_000).describe('what it says; `{name}` stands for the visitor’s name')
})

/** Who may sign in to `/console`, and for how long. */
export const consoleSettings = z.strictObject({
  accounts: z
    .array(account)
    .min(1, 'at least one account')
    .superRefine((accounts, context) => {
      // By what is shown agents are told apart: who has a visitor, and who takes one.
      const shown = accounts.map(({ name, shown: other = name }) => other)
      const twice = repeated(accounts.map(({ name }) => name)) ?? repeated(shown)
      if (twice) context.addIssue({ code: 'custom', message: twice })
    }),
  canned: z
    .array(canned)
    .default([])
    .superRefine((all, context) => {
      const twice = repeated(all.map(({ shortcut }) => shortcut))
      if (twice) context.addIssue({ code: 'custom', message: twice })
    })
    .describe('replies that are ready'),
  idleMinutes: z.number().min(1).max(1_440).default(30).describe('signed out after so long without use'),
  wholeHours: z.number().min(0.1).max(24).default(12).describe('signed out after so long in any case')
})
