import type { PageKeyDeed } from '../state/operators/keys.ts'
import { askedIn, restOf } from '../state/operators/query.ts'
import type { PageGiven } from '../ui/operators/given.ts'
import { walkLines } from '../ui/operators/walk.ts'

/** Does what a key stands for on one of these pages. */
export function runPageKey(given: PageGiven, deed: PageKeyDeed): void {
  switch (deed) {
    case 'conversations':
    case 'health':
    case 'dead-letters':
    case 'subscriptions':
    case 'records':
      return given.deeds.go(deed)
    case 'search':
      return goToSearch(given)
    case 'nextLine':
      return walkLines(1)
    case 'lastLine':
      return walkLines(-1)
    case 'allLines':
      return toggleAll(given)
    case 'again':
      return given.operators.again()
    default:
      return deed satisfies never
  }
}

function goToSearch({ desk, deeds, ops }: PageGiven): void {
  const place = desk.place.peek()
  const isThere = place.page === 'conversations' && askedIn(place.rest).is === 'search'
  if (!isThere) deeds.go('conversations', restOf(ops.query.peek()))
  desk.wish.value = 'search'
}

/** Open all of them, unless all of them are. */
function toggleAll({ desk, ops, operators }: PageGiven): void {
  switch (desk.place.peek().page) {
    case 'conversations': {
      const seqs = (ops.timeline.peek().value?.lines ?? []).map(({ seq }) => seq)
      const areOpen = seqs.every(seq => ops.open.peek().has(seq))
      ops.open.value = new Set(areOpen ? [] : seqs)
      return
    }
    case 'dead-letters':
      return showAll(
        (ops.letters.peek().value ?? []).slice(0, 20).map(({ id }) => id),
        ops.calls.peek(),
        operators.showCall
      )
    case 'subscriptions':
      return showAll(
        (ops.subscriptions.peek().value ?? []).map(({ id }) => id),
        ops.told.peek(),
        operators.showTold
      )
    default:
  }
}

function showAll<Id>(
  ids: readonly Id[],
  shown: ReadonlyMap<Id, unknown>,
  show: (id: Id, isShown: boolean) => void
): void {
  const areShown = ids.every(id => shown.has(id))
  for (const id of ids) if (shown.has(id) === areShown) show(id, !areShown)
}
