import { untracked } from '@preact/signals-core'
import type { OperatorsRelay } from '../connection/operators.ts'
import type { Given } from '../state/desk.ts'
import { fetched } from '../state/operators/fetched.ts'
import type { OperatorDeeds, Operators } from '../state/operators/operators.ts'
import { type Asked, askedIn, restOf } from '../state/operators/query.ts'
import type { Place } from '../state/place.ts'
import { createFollowing } from './following.ts'
import { createRecording } from './recording.ts'
import { createSearching } from './searching.ts'
import { createTelling } from './telling.ts'

interface ReadingParts extends Given {
  ops: Operators
  relay: OperatorsRelay
}

interface Reading {
  arrive(place: Place): void
  /** The page that is shown, anew. */
  again(): Promise<void>
  /** What is on the page changes by itself. */
  refreshes(): boolean
  deeds: Pick<
    OperatorDeeds,
    'find' | 'findMore' | 'moreDeeds' | 'again' | 'toggle' | 'showTold' | 'moreTold' | 'toggleDelivery'
  >
}

/** As many dead letters as the relay lists at once. */
const mostLetters = 500

/** Reads what each page shows, when somebody comes to it and as often as it is wanted anew. */
export function createReading({ desk, deeds, ops, relay }: ReadingParts): Reading {
  const searching = createSearching(ops, relay)
  const follow = createFollowing(ops, relay)
  const telling = createTelling(ops, relay)
  const recording = createRecording(ops, relay)
  const pages = { ...createPageReaders(ops, relay, telling), records: recording.read }
  const again = () => read(desk.place.peek())

  async function conversations(asked: Asked): Promise<void> {
    if (asked.is === 'search') return searching.find(asked.query)
    const { is: _, ...wished } = asked
    return follow(wished)
  }
  function read(place: Place): Promise<void> {
    if (place.page === 'desk') return Promise.resolve()
    return place.page === 'conversations' ? conversations(askedIn(place.rest)) : pages[place.page]()
  }
  let before = ''
  return {
    again,
    refreshes: () => changesByItself(desk.place.peek()),
    arrive: place =>
      untracked(() => {
        void read(place)
        const name = nameOf(place)
        if (place.page !== 'desk' && name !== before) desk.wish.value = 'page'
        // Who goes back has left what was asked there.
        if (name !== before && desk.sheet.peek()) deeds.ask(undefined)
        before = name
      }),
    deeds: {
      ...telling.deeds,
      find(query) {
        const [place, rest] = [desk.place.peek(), restOf(query)]
        if (place.page === 'conversations' && place.rest === rest) void searching.find(query)
        else deeds.go('conversations', rest)
      },
      findMore: () => void searching.more(),
      moreDeeds: () => void recording.more(),
      again: () => void again(),
      toggle(seq) {
        const open = new Set(ops.open.peek())
        if (!open.delete(seq)) open.add(seq)
        ops.open.value = open
      }
    }
  }
}

const changesByItself = (place: Place): boolean =>
  place.page === 'conversations' ? askedIn(place.rest).is !== 'search' : place.page !== 'desk'

/** Another search is the same page, and leaves the focus where it is. */
function nameOf(place: Place): string {
  if (place.page !== 'conversations') return place.page
  const asked = askedIn(place.rest)
  return asked.is === 'search' ? place.page : `${place.page} ${asked.id} ${asked.at ?? ''}`
}

function createPageReaders(
  ops: Operators,
  relay: OperatorsRelay,
  telling: Pick<ReturnType<typeof createTelling>, 'again'>
) {
  async function health(): Promise<void> {
    const answer = await relay.health()
    ops.health.value = fetched(answer, ops.health.peek(), body => body)
  }
  return {
    health,
    async 'dead-letters'(): Promise<void> {
      const answer = await relay.deadLetters(mostLetters)
      ops.letters.value = fetched(answer, ops.letters.peek(), ({ deadLetters }) => deadLetters)
    },
    async subscriptions(): Promise<void> {
      const [answer] = await Promise.all([relay.subscriptions(), health(), telling.again()])
      ops.subscriptions.value = fetched(answer, ops.subscriptions.peek(), body => body.subscriptions)
    }
  }
}
