import type { DeadLetter } from '../../contract.ts'

/** How many there are of each destination, the most first. */
export function byDestination(letters: readonly DeadLetter[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { destination } of letters) counts.set(destination, (counts.get(destination) ?? 0) + 1)
  return [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
}

/** Those that are chosen and still there: what another operator has mended meanwhile is not. */
export const chosenOf = (letters: readonly DeadLetter[], chosen: ReadonlySet<number>): readonly number[] =>
  letters.filter(({ id }) => chosen.has(id)).map(({ id }) => id)

/** With these in it or not. */
export function withChosen(
  chosen: ReadonlySet<number>,
  ids: readonly number[],
  isIn: boolean
): ReadonlySet<number> {
  const next = new Set(chosen)
  for (const id of ids) {
    if (isIn) next.add(id)
    else next.delete(id)
  }
  return next
}
