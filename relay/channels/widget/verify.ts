import type { LateSite } from '#shared/site.ts'
import type { IdentityRules } from './identity.ts'

/** A site as its visitors' browsers may reach it. */
export interface WidgetSite {
  origins: readonly string[]
  /** What its visitors may do by themselves. */
  visitor: Readonly<Record<'back' | 'close' | 'past' | 'erase' | 'rate', boolean>>
  /** What the welcome says of it, at this time. */
  late(now: number): LateSite
  /** Who may say who a visitor is; nobody if it is not there. */
  identity: IdentityRules | undefined
}
export type WidgetSites = ReadonlyMap<string, WidgetSite>

/** May a page of this origin open a socket for this site? Exact match; no origin is no browser. */
export function mayOpen(sites: WidgetSites, site: string, origin: string | undefined): boolean {
  return origin !== undefined && (sites.get(site)?.origins.includes(origin) ?? false)
}
