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

/** Tells of unread messages in the page's title, whatever the page does with it meanwhile. */
export function createTitleBadge(page: Titled): TitleBadge {
  let own = page.title
  let badge = ''
  const draw = () => {
    if (page.title !== badge + own) page.title = badge + own
  }
  const look = () => {
    if (page.title === badge + own) return
    own = page.title
    draw()
  }
  return {
    look,
    show(count) {
      look()
      badge = count ? `(${count}) ` : ''
      draw()
    }
  }
}
