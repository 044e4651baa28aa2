import { longestPreviewMs, previewCode } from './channels/widget/preview.ts'
import type { Config } from './config.ts'

const minuteMs = 60_000
const usualMinutes = 60
const mostMinutes = longestPreviewMs / minuteMs

type Wanted = { site?: string | undefined; minutes?: string | undefined }

/** What to say to an operator who wants to preview a site's widget, or what was wrong with the wish. */
export function previewLines(
  { secret, sites, publicUrl }: Config,
  { site = '', minutes = String(usualMinutes) }: Wanted,
  now: number
): { lines: readonly string[] } | { wrong: string } {
  if (!Object.hasOwn(sites, site)) return { wrong: `--site: one of ${Object.keys(sites).join(', ')}` }
  const wanted = Number(minutes)
  if (!(wanted >= 1 && wanted <= mostMinutes)) return { wrong: `--minutes: 1 to ${mostMinutes}` }
  const until = now + wanted * minuteMs
  return {
    lines: [
      `relay  ${publicUrl}`,
      `site   ${site}`,
      `code   ${previewCode({ secret, site }, until)}`,
      `until  ${new Date(until).toISOString()}`
    ]
  }
}
