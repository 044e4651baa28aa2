import { type Signal, signal } from '@preact/signals-core'
import type { CallTold, DeadLetter, Found, HealthTold, LineTold, Summary } from '../../contract.ts'
import type { Delivered, Range, Subscription } from '../../subscriptions-contract.ts'
import { type Fetched, loading } from './fetched.ts'
import { noQuery, type Query } from './query.ts'
import type { Records } from './records.ts'

/** A part of a log, and what became of its entries. */
export interface Timeline {
  summary: Summary
  lines: readonly LineTold[]
}

/** As many as the relay tells at once. */
export const mostTold = 500

/** What a subscriber was told last: as many as are wanted, and whether there are more. */
export interface LastTold {
  limit: number
  page: Fetched<{ lines: readonly Delivered[]; isMore: boolean }>
}

/** Entries that are shown at once. */
export const timelinePage = 50

/** Lines of which nothing more is known are the ones that were there before: they need not be drawn anew. */
export function withLines(before: readonly LineTold[], told: readonly LineTold[]): readonly LineTold[] {
  const known = new Map(before.map(line => [line.seq, line] as const))
  return told.map(line => {
    const one = known.get(line.seq)
    return one && JSON.stringify(one) === JSON.stringify(line) ? one : line
  })
}

/** Everything that operators' pages know. */
export interface Operators {
  query: Signal<Query>
  found: Signal<Fetched<Found>>
  /** More of the same is being asked for. */
  isFindingMore: Signal<boolean>
  timeline: Signal<Fetched<Timeline>>
  /** Entries of which every step is shown. */
  open: Signal<ReadonlySet<number>>
  /** The entry that somebody came for. */
  pointed: Signal<number | undefined>
  health: Signal<Fetched<HealthTold>>
  letters: Signal<Fetched<readonly DeadLetter[]>>
  chosen: Signal<ReadonlySet<number>>
  calls: Signal<ReadonlyMap<number, Fetched<CallTold>>>
  subscriptions: Signal<Fetched<readonly Subscription[]>>
  records: Signal<Fetched<Records>>
  /** Older deeds are being asked for. */
  isReadingOlder: Signal<boolean>
  /** Of the subscriptions of which it is shown. */
  told: Signal<ReadonlyMap<string, LastTold>>
  /** Deliveries of which every call is shown. */
  openDeliveries: Signal<ReadonlySet<number>>
  /** Nobody has touched the page for long, so it is not read anew. */
  isResting: Signal<boolean>
  /** Something is being done, and whatever changes something waits for it. */
  isBusy: Signal<boolean>
}

export const createOperators = (): Operators => ({
  query: signal(noQuery),
  found: signal(loading),
  isFindingMore: signal(false),
  timeline: signal(loading),
  open: signal(new Set()),
  pointed: signal(undefined),
  health: signal(loading),
  letters: signal(loading),
  chosen: signal(new Set()),
  calls: signal(new Map()),
  subscriptions: signal(loading),
  records: signal(loading),
  isReadingOlder: signal(false),
  told: signal(new Map()),
  openDeliveries: signal(new Set()),
  isResting: signal(false),
  isBusy: signal(false)
})

/** What an operator can do on these pages. */
export interface OperatorDeeds {
  find(query: Query): void
  findMore(): void
  again(): void
  toggle(seq: number): void
  choose(ids: readonly number[], isIn: boolean): void
  showCall(letter: number, isShown: boolean): void
  revive(letters: readonly number[]): void
  reviveAll(destination: string): void
  drop(letters: readonly number[], reason: string): void
  enable(subscription: string): void
  disable(subscription: string): void
  replay(subscription: string, range: Range): void
  moreDeeds(): void
  erase(conversation: string): void
  /** The old secret signs along for so long. */
  rotate(subscription: string, overlapSeconds: number): void
  showTold(subscription: string, isShown: boolean): void
  moreTold(subscription: string): void
  toggleDelivery(delivery: number): void
}
