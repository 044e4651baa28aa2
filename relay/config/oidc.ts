import { z } from 'zod'
import { httpUrl, words } from './parts.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/
/** Where anybody's tenant may say anything of anybody. */
const anybodys = /^https:\/\/login\.microsoftonline\.com\/(common|organizations|consumers)(\/|$)/

const claim = z.string().min(1).max(100)

const issuer = httpUrl
  .refine(
    text => URL.canParse(text) && isSafe(new URL(text)),
    'https, or http on this machine; without a name, a query or a #'
  )
  .refine(text => !anybodys.test(text), 'name your own tenant in place of common, organizations or consumers')

function isSafe({ protocol, hostname, username, password, search, hash }: URL): boolean {
  const rest = username + password + search + hash
  return rest === '' && (protocol === 'https:' || loopback.test(hostname))
}

/** Who may say who somebody is. */
export const oidc = z.strictObject({
  issuer: issuer.describe('as it calls itself; `/.well-known/openid-configuration` is looked for below it'),
  clientId: z.string().min(1).max(500).describe('what the issuer calls this relay'),
  clientSecret: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe('what the relay proves itself with; absent: by PKCE alone'),
  secretIn: z
    .enum(['header', 'body'])
    .default('header')
    .describe('how it is sent: `client_secret_basic`, or `client_secret_post`'),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'one scope'))
    .max(20)
    .default(['openid', 'email'])
    .refine(scopes => scopes.includes('openid'), 'openid must be among them')
    .describe('what the issuer is asked for'),
  claim: claim.default('email').describe('which of its claims names the account: `email`, `sub` or another'),
  unverifiedEmail: z
    .boolean()
    .default(false)
    .describe(
      'takes an email that the issuer does not call verified: only where nobody can choose their own'
    ),
  newcomers: z
    .strictObject({
      claim: claim.describe('which claim says it, such as `groups`; its values are texts, or a list of them'),
      roles: z
        .record(z.string().min(1).max(500), z.enum(['agent', 'operator']))
        .refine(roles => Object.keys(roles).length > 0, 'at least one value')
        .describe('the role for each value; of several the highest')
    })
    .optional()
    .describe('lets in who has no account; absent: nobody'),
  label: words(60).default('Continue with single sign-on').describe('what stands on the button'),
  timeoutMs: z
    .int()
    .min(100)
    .max(30_000)
    .default(5_000)
    .describe('for connecting to the issuer, for its answer, and for all of it: each')
})
