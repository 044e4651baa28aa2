/**
 * The fold of a list that nearly always grows at its end: what was there before is not looked at again. Items never change,
 * so a first and a last one that are where they were say that all between them are.
 */
export function grown<Item, Sum>(begin: () => Sum, add: (sum: Sum, item: Item) => Sum) {
  let known: readonly Item[] = []
  let sum = begin()
  return (items: readonly Item[]): Sum => {
    let { length } = known
    if (items[0] !== known[0] || items[length - 1] !== known[length - 1]) {
      length = 0
      sum = begin()
    }
    known = items
    return (sum = items.slice(length).reduce(add, sum))
  }
}
