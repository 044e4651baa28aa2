/** As much of a document as a title needs. */
export interface Titled {
  title: string
}

export interface TitleBadge {
  /** How many messages the title tells of; 0 gives the page its own title back. */
  show(count: number): void
  /** The title may have become another: the page's own, if it is not ours. */
  look(): void
}

/** What all widgets of a page have together: each with a badge of its own would take the others' for the page's title. */
interface Shared extends TitleBadge {
  counts: Map<object, { site: string; count: number }>
}

const pages = new WeakMap<Titled, Shared>()

/** Tells of unread messages in the page's title, whatever the page does with it meanwhile. */
export function createTitleBadge(page: Titled, site = ''): TitleBadge {
  const shared = pages.get(page) ?? createShared(page)
  pages.set(page, shared)
  const me = {}
  return {
    look: shared.look,
    show(count) {
      shared.counts.set(me, { site, count })
      if (!count) shared.counts.delete(me)
      shared.show(sum(shared.counts.values()))
    }
  }
}

/** Two widgets of one site tell of the same messages. */
function sum(counts: Iterable<{ site: string; count: number }>): number {
  const most = new Map<string, number>()
  for (const { site, count } of counts) most.set(site, Math.max(count, most.get(site) ?? 0))
  return [...most.values()].reduce((all, count) => all + count, 0)
}

/** So often the badge comes back between two messages: where page and widget cannot agree, the page has the last word. */
const patience = 99

function createShared(page: Titled): Shared {
  let own = page.title
  let badge = ''
  let returns = patience
  const draw = () => {
    if (page.title !== badge + own) page.title = badge + own
  }
  const look = () => {
    if (page.title === badge + own) return
    own = page.title
    returns -= 1
    if (returns > 0) draw()
  }
  return {
    counts: new Map(),
    look,
    show(count) {
      look()
      returns = patience
      badge = count ? `(${count}) ` : ''
      draw()
    }
  }
}
