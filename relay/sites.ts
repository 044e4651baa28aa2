import type { WidgetSite } from './channels/widget/verify.ts'
import type { Config, SiteConfig } from './config.ts'
import type { SiteRules } from './conversation/decision.ts'
import type { DestinationId } from './conversation/delivery.ts'
import type { Json } from './lib/json.ts'

export const botDestination = (id: string): DestinationId => `bots/${id}`
export const channelDestination = (id: string): DestinationId => `channels/${id}`

/** A channel's agents come when its platform says so: our own clock does not hurry them. */
const dayMs = 86_400_000

/**
 * The sites of the configuration, as the core sees them; a channel is a site whose visitors are elsewhere.
 * `subscribers`: who wants to hear of entries, whatever the site.
 */
export function siteRules(
  config: Config,
  subscribers?: SiteRules['subscribers']
): ReadonlyMap<string, SiteRules> {
  const someone = config.api !== undefined
  const told = subscribers && { subscribers }
  const sites = Object.entries(config.sites).map(([id, site]): [string, SiteRules] => [
    id,
    {
      bot: botDestination(site.bot),
      start: pageUrl => startOf(site, pageUrl),
      agents: site.handover.agents ?? someone,
      takeWithinMs: site.handover.takeWithinSeconds * 1_000,
      maxText: site.maxText,
      ...told
    }
  ])
  const channels = Object.entries(config.channels).map(([id, { bot, start }]): [string, SiteRules] => [
    channelDestination(id),
    {
      bot: botDestination(bot),
      channel: channelDestination(id),
      start: () => start,
      agents: true,
      takeWithinMs: dayMs,
      maxText: 100_000,
      ...told
    }
  ])
  return new Map([...sites, ...channels])
}

/** The sites of the configuration, as the widget's channel sees them. */
export function widgetSites(config: Config): ReadonlyMap<string, WidgetSite> {
  return new Map(
    Object.entries(config.sites).map(([id, { origins, title, maxText }]) => [id, { origins, title, maxText }])
  )
}

/** The first page pattern that fits the path, else the site's own start. */
function startOf(site: SiteConfig, pageUrl: string | undefined): Json {
  const path = pageUrl !== undefined && URL.canParse(pageUrl) ? new URL(pageUrl).pathname : undefined
  const page = path === undefined ? undefined : site.pages.find(({ path: pattern }) => fits(pattern, path))
  return page?.start ?? site.start
}

/** `*` stands for anything. Compared piece by piece: no pattern can make this slow. */
export function fits(pattern: string, path: string): boolean {
  const [first = '', ...pieces] = pattern.split('*')
  const last = pieces.pop()
  if (last === undefined) return path === first
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return path.length - last.length >= at && path.endsWith(last)
}
