/**
 * The fold of a list that nearly always grows at its end: what was there before is not looked at again. Items never change,
 * so a first and a last one that are where they were say that all between them are.
 */
export function grown<Item, Sum>(begin: () => Sum, add: (sum: Sum, item: Item) => Sum) {
  let known: readonly Item[] = []
  let sum = begin()
  return (items: readonly Item[]): Sum => {
    const { length } = known
    const goesOn = items[0] === known[0] && items[length - 1] === known[length - 1]
    sum = items.slice(goesOn ? length : 0).reduce(add, goesOn ? sum : begin())
    known = items
    return sum
  }
}

/** The last one of its kind, in a list of one at most. */
export const lastOf = <Item>(is: (item: Item) => boolean) =>
  grown<Item, readonly Item[]>(
    () => [],
    (last, item) => (is(item) ? [item] : last)
  )
