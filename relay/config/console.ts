import { z } from 'zod'
import { isHash } from '../lib/password.ts'
import { oidc } from './oidc.ts'
import { repeated, words } from './parts.ts'

const account = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.@+-]{1,100}$/, 'letters, digits and . _ @ + -')
    .describe('what they sign in with'),
  shown: z.string().trim().min(1).max(80).optional().describe('what visitors read; absent: the name'),
  role: z.enum(['agent', 'operator']).describe('agents answer visitors; operators also run the relay'),
  hash: z
    .string()
    .refine(isHash, 'a hash of the password: `npm run console -- hash` makes one')
    .optional()
    .describe('of the password; needed unless `oidc` lets them in'),
  oidc: z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'ASCII, without spaces')
    .optional()
    .describe('what the issuer’s claim calls them; absent: the name'),
  disabled: z.boolean().default(false).describe('may not sign in, and is signed out')
})

const canned = z.strictObject({
  shortcut: z
    .string()
    .regex(/^[\w-]{1,32}$/, 'letters, digits, _ and -')
    .describe('what an agent writes after a / to have it'),
  text: words(4_000).describe('what it says; `{name}` stands for the visitor’s name')
})

type AccountSettings = z.infer<typeof account>

/** Who may sign in to `/console`, how, and for how long. */
export const consoleSettings = z
  .strictObject({
    accounts: z
      .array(account)
      .min(1, 'at least one account')
      .superRefine((accounts, context) => {
        const twice = twiceIn(accounts)
        if (twice) context.addIssue({ code: 'custom', message: twice })
      }),
    oidc: oidc.optional().describe('lets people in by OpenID Connect'),
    passwords: z.boolean().default(true).describe('false: by `oidc` alone'),
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
  .superRefine(({ accounts, oidc: issuer, passwords }, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (issuer) {
      const twice = repeated(accounts.map(one => calledBy(issuer.claim, one)))
      if (twice) say(['accounts'], twice)
      return
    }
    if (!passwords) say(['passwords'], 'without oidc nobody could sign in')
    for (const [i, { hash }] of accounts.entries())
      if (hash === undefined) say(['accounts', i, 'hash'], 'needed, since there is no oidc')
  })

/** By what is shown agents are told apart: who has a visitor, and who takes one. */
const twiceIn = (accounts: readonly AccountSettings[]): string | undefined =>
  repeated(accounts.map(({ name }) => name)) ?? repeated(accounts.map(({ name, shown = name }) => shown))

/** An email in other letters is the same one. */
const calledBy = (claim: string, { name, oidc: said = name }: AccountSettings): string =>
  claim === 'email' ? said.toLowerCase() : said
