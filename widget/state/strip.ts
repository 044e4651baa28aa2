/** Where a strip of cards stands. */
export interface Strip {
  /** The card that is being looked at: the first whole one, or the last of all once that is in sight. */
  at: number
  /** The card that the button back leads to, and the one on; none at that end. */
  back: number | undefined
  on: number | undefined
}

/** The space between two cards, px; `gap` in the sheet. */
const gap = 10
/** Browsers round. */
const nearly = 4

/** `scrolled` is negative where lines run from right to left. */
export function stripOf(scrolled: number, seen: number, widths: readonly number[]): Strip {
  const far = Math.abs(scrolled)
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0))
  const last = widths.length - 1
  const atEnd = far + seen >= (starts[last] ?? 0) + (widths[last] ?? 0) - nearly
  const there = (index: number) => (index < 0 ? undefined : index)
  return {
    at: far > nearly && atEnd ? last : (there(starts.findIndex(start => start >= far - nearly)) ?? last),
    back: there(starts.findLastIndex(start => start < far - nearly)),
    on: atEnd ? undefined : there(starts.findIndex(start => start > far + nearly))
  }
}

/** Which card a key leads to, if it is one that leads anywhere. */
export function cardByKey(
  key: string,
  { back, on }: Strip,
  { count, backwards }: { count: number; backwards: boolean }
): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return backwards ? back : on
    case 'ArrowLeft':
      return backwards ? on : back
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
