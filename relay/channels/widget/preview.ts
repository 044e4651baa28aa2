import { createHmac } from 'node:crypto'
import { sameSecret } from '../../lib/secret.ts'

/** What a preview is allowed by: nothing is stored, so whoever has the relay's secret makes it and reads it. */
export interface PreviewTerms {
  secret: string
  site: string
}

/** No code lasts longer. */
export const longestPreviewMs = 86_400_000

/** A code that lets pages of any origin show this site's widget until then, ms since 1970. */
export function previewCode({ secret, site }: PreviewTerms, until: number): string {
  const end = Math.floor(until / 1_000).toString(36)
  return `${end}.${signature(secret, site, end)}`
}

/** Is it one of ours, for this site, and not over? */
export function isPreview({ secret, site }: PreviewTerms, code: string, now: number): boolean {
  const [, end = '', given = ''] = /^([0-9a-z]{1,9})\.([\w-]{43})$/.exec(code) ?? []
  const until = Number.parseInt(end, 36) * 1_000
  // Compared first: how long it takes tells nothing about the rest.
  const ours = sameSecret(given, signature(secret, site, end))
  return ours && until > now && until <= now + longestPreviewMs
}

/** Tokens are hashed with the same secret; none of them begins with these words. */
const signature = (secret: string, site: string, end: string): string =>
  createHmac('sha256', secret).update(`preview ${site} ${end}`).digest('base64url')
