import type { Clock } from '../clock.ts'

const everyMs = 5_000
/** Reading is using: a page that nobody touches would keep its sign-in for ever. */
const restAfterMs = 10 * 60_000

interface RefreshingParts {
  clock: Clock
  /** Somebody may be looking. */
  isSeen(): boolean
  read(): void
  rest(is: boolean): void
}

/** Reads anew every few seconds while somebody looks, and no longer. */
export function createRefreshing({ clock, isSeen, read, rest }: RefreshingParts): { touched(): void } {
  let last = clock.now()
  const beat = () => {
    const isResting = clock.now() - last > restAfterMs
    rest(isResting)
    if (!isResting && isSeen()) read()
    clock.after(everyMs, beat)
  }
  clock.after(everyMs, beat)
  return {
    touched() {
      last = clock.now()
      rest(false)
    }
  }
}
