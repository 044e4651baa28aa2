import type { LateSite } from '#shared/site.ts'
import type { Clock } from '../../lib/clock.ts'
import type { IdentityRules } from './identity.ts'
import { isPreview } from './preview.ts'

/** A site as its visitors' browsers may reach it. */
export interface WidgetSite {
  origins: readonly string[]
  /** What its visitors may do by themselves. */
  visitor: Readonly<
    Record<'back' | 'close' | 'past' | 'erase' | 'rate' | 'window' | 'sound' | 'notify', boolean>
  >
  /** What the welcome says of it, at this time. */
  late(now: number): LateSite
  /** Who may say who a visitor is; nobody if it is not there. */
  identity: IdentityRules | undefined
}
export type WidgetSites = ReadonlyMap<string, WidgetSite>

/** A page that wants a socket. */
interface Asking {
  site: string
  origin: string | undefined
  /** A preview's code, if it brings one. */
  preview?: string | undefined
}

interface Door {
  sites: WidgetSites
  secret: string
  clock: Pick<Clock, 'now'>
}

/**
 * May this page open a socket for this site? Its origin is on the site's list, exactly, or it brings a preview's code.
 * No origin is no browser.
 */
export function mayOpen({ sites, secret, clock }: Door, { site, origin, preview }: Asking): Allowed {
  const known = sites.get(site)
  if (!known || origin === undefined) return false
  if (known.origins.includes(origin)) return 'listed'
  return preview !== undefined && isPreview({ secret, site }, preview, clock.now()) && 'preview'
}

/** By which of the two, if at all. */
type Allowed = 'listed' | 'preview' | false
