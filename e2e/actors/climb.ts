export interface Climb {
  /** How far the row at the upper edge went elsewhere than it was scrolled, at most, from a frame to the next, px. */
  moved: number
  /** Which one that was. */
  row: string
}

/**
 * In the page. Scrolls a log up, a step every other frame, and watches where its rows are in each frame as it is painted:
 * an intersection is reckoned when all has found its place.
 */
export async function climb(log: Element, { steps, px }: { steps: number; px: number }): Promise<Climb> {
  interface Frame {
    scrolled: number
    rows: Map<string, { top: number; bottom: number }>
  }
  function paint(up: number): Promise<Frame> {
    return new Promise(done =>
      requestAnimationFrame(() => {
        const from = log.scrollTop
        log.scrollTop -= up
        const scrolled = from - log.scrollTop
        const observer = new IntersectionObserver(seen => {
          observer.disconnect()
          done({ scrolled, rows: new Map(seen.map(one => [one.target.id, placed(one)])) })
        })
        for (const row of log.querySelectorAll('.row')) observer.observe(row)
      })
    )
  }
  const edge = log.getBoundingClientRect().top
  const placed = ({ boundingClientRect: { top, bottom } }: IntersectionObserverEntry) => ({
    top: top - edge,
    bottom: bottom - edge
  })
  const atEdge = ({ rows }: Frame) => [...rows].find(([, { bottom }]) => bottom > 0)

  const found: Climb = { moved: 0, row: '' }
  let before = await paint(0)
  for (let step = 0; step < 2 * steps; step += 1) {
    const now = await paint(step % 2 ? 0 : px)
    const [row = '', { top } = { top: 0 }] = atEdge(before) ?? []
    const moved = Math.abs((now.rows.get(row)?.top ?? Infinity) - top - now.scrolled)
    if (moved > found.moved) Object.assign(found, { moved, row })
    before = now
  }
  return found
}
