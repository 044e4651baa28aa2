/** Who did what, and when; written down before it was done. */
export interface DeedTold {
  id: number
  /** ms since 1970 */
  at: number
  who: string
  /** `sign-in`, or the path of the API with `:id` for what it was done to. */
  what: string
  about?: string
  network: string
  /** The HTTP status that it was answered with; missing while it is under way, and where the relay ended meanwhile. */
  outcome?: string
}

/** How far the erasing of a site's old conversations is. Times are ms since 1970. */
export interface SiteRetention {
  site: string
  days: number
  state: 'waiting' | 'running' | 'failed'
  before?: number
  looked: number
  found: number
  /** Since the relay started. */
  erased: number
  startedAt?: number
  endedAt?: number
}
