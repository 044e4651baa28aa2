/** A site as its visitors' browsers may reach it. */
export interface WidgetSite {
  origins: readonly string[]
  title: string
  maxText: number
}
export type WidgetSites = ReadonlyMap<string, WidgetSite>

/** May a page of this origin open a socket for this site? Exact match; no origin is no browser. */
export function mayOpen(sites: WidgetSites, site: string, origin: string | undefined): boolean {
  return origin !== undefined && (sites.get(site)?.origins.includes(origin) ?? false)
}
