export const pageNames = ['conversations', 'health', 'dead-letters', 'subscriptions', 'records'] as const
/** What operators have beside the desk. */
export type PageName = (typeof pageNames)[number]

/** Where somebody is. Of a page's address, `rest` is what only that page understands. */
export type Place = { page: 'desk' } | { page: PageName; rest: string }

export const atDesk: Place = { page: 'desk' }

export function placeIn(hash: string): Place {
  const [, name, rest = ''] = /^#\/([a-z-]+)(.*)$/s.exec(hash) ?? []
  const page = pageNames.find(one => one === name)
  return page ? { page, rest } : atDesk
}

export const hashOfPage = (page: PageName, rest = ''): string => `#/${page}${rest}`
