import type { Content } from '#shared/content.ts'
import type { EarlySite } from '#shared/site.ts'
import type { IdentityRules } from './channels/widget/identity.ts'
import type { WidgetSite } from './channels/widget/verify.ts'
import type { SiteConfig } from './config/site.ts'
import type { Config } from './config.ts'
import type { SiteRules } from './conversation/decision.ts'
import type { DestinationId } from './conversation/delivery.ts'
import type { FileRules } from './files/uploads.ts'
import { createHours } from './hours.ts'
import type { Json } from './lib/json.ts'
import { createMask } from './lib/mask/index.ts'
import { fits } from './lib/path-pattern.ts'
import { readKey } from './lib/signing-key.ts'
import { bytesOf, earlySite, formOf, lateSite } from './site-settings.ts'

export const botDestination = (id: string): DestinationId => `bots/${id}`
export const channelDestination = (id: string): DestinationId => `channels/${id}`

/** A channel's agents come when its platform says so: our own clock does not hurry them. */
const dayMs = 86_400_000
const hourMs = 3_600_000

/**
 * The sites of the configuration, as the core sees them; a channel is a site whose visitors are elsewhere.
 * `subscribers`: who wants to hear of entries, whatever the site.
 */
export function siteRules(
  config: Config,
  subscribers?: SiteRules['subscribers']
): ReadonlyMap<string, SiteRules> {
  const someone = config.api !== undefined || config.console !== undefined
  const told = subscribers && { subscribers }
  const sites = Object.entries(config.sites).map(([id, site]): [string, SiteRules] => [
    id,
    {
      bot: botDestination(site.bot),
      start: pageUrl => startOf(site, pageUrl),
      agents: site.handover.agents ?? someone,
      nobody: nobodyOf(site),
      ...hoursOf(site),
      takeWithinMs: Math.ceil(site.handover.takeWithinSeconds * 1_000),
      maxText: site.maxText,
      ...(site.mask && { mask: createMask(site.mask) }),
      ...told
    }
  ])
  const channels = Object.entries(config.channels).map(([id, { bot, start, mask }]): [string, SiteRules] => [
    channelDestination(id),
    {
      bot: botDestination(bot),
      channel: channelDestination(id),
      start: () => start,
      agents: true,
      nobody: { then: 'wait' },
      takeWithinMs: dayMs,
      maxText: 100_000,
      ...(mask && { mask: createMask(mask) }),
      ...told
    }
  ])
  return new Map([...sites, ...channels])
}

function nobodyOf({ handover: { nobody, keepHours }, offline }: SiteConfig): SiteRules['nobody'] {
  if (nobody !== 'form') return { then: nobody }
  // That there is a form was looked at when the configuration was checked.
  const form: Content = { kind: 'form', fields: [], ...(offline && formOf(offline)) }
  return { then: 'form', form, keepMs: Math.ceil(keepHours * hourMs) }
}

function hoursOf({ hours }: SiteConfig): Pick<SiteRules, 'hours'> {
  const read = hours && createHours(hours)
  return read ? { hours: now => read(now).open } : {}
}
/** The sites that keep nothing for ever, and for how long they do. */
export const retentionSites = ({ sites, channels }: Config): readonly { site: string; days: number }[] => {
  const elsewhere = Object.entries(channels).map(([id, one]) => [channelDestination(id), one] as const)
  return [...Object.entries(sites), ...elsewhere].flatMap(([site, { retentionDays: days }]) =>
    days === undefined ? [] : [{ site, days }]
  )
}

/** What may be sent besides words, by site; those that take nothing are not there. */
export const fileRules = ({ sites }: Config): ReadonlyMap<string, FileRules> =>
  new Map(
    Object.entries(sites).flatMap(([id, { files, mask }]): [string, FileRules][] => {
      if (!files.enabled) return []
      const { maxMb, types: kinds, visitors } = files
      return [[id, { maxBytes: bytesOf(maxMb), kinds, visitors, ...(mask && { mask: createMask(mask) }) }]]
    })
  )

/** What the loader is told of each site. */
export function earlySites({ sites }: Config): ReadonlyMap<string, EarlySite> {
  return new Map(Object.entries(sites).map(([id, site]) => [id, earlySite(id, site)]))
}

/** The sites of the configuration, as the widget's channel sees them. */
export function widgetSites(config: Config): ReadonlyMap<string, WidgetSite> {
  return new Map(Object.entries(config.sites).map(([id, site]) => [id, widgetSite(id, site)]))
}

function widgetSite(id: string, site: SiteConfig): WidgetSite {
  const { origins, visitor, identity } = site
  return { origins, visitor, late: lateSite(site), identity: identity && identityRules(id, identity) }
}

/** Keys were read once before, when the configuration was checked. */
function identityRules(
  site: string,
  { algorithm, keys, required }: NonNullable<SiteConfig['identity']>
): IdentityRules {
  const read = keys.map(text => readKey(algorithm, text))
  return { site, algorithm, required, keys: read.filter(key => typeof key !== 'string') }
}

/** The first page pattern that fits the path, else the site's own start. */
function startOf(site: SiteConfig, pageUrl: string | undefined): Json {
  const path = pageUrl !== undefined && URL.canParse(pageUrl) ? new URL(pageUrl).pathname : undefined
  const page = path === undefined ? undefined : site.pages.find(({ path: pattern }) => fits(pattern, path))
  return page?.start ?? site.start
}
