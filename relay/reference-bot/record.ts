import type { Clock } from '../lib/clock.ts'

/** What a relay must never do, or what was answered 200 although it made no sense. */
export type Fault =
  | 'bad-credentials'
  | 'bad-body'
  | 'unknown-conversation'
  | 'unknown-message'
  | 'unknown-payload'
  | 'unknown-activity'
  | 'stringified-payload'
  | 'double-ack'
  | 'ack-of-no-message'
  | 'ack-not-success'
  | 'changed-message'
  | 'handback-without-handover'
  | 'webhook-not-taken'

interface Line {
  at: number
  /** `create`, `messages`, `delivery`, `activity` or `handback`. */
  call: string
  conversation?: string
  /** The call's `Idempotency-Key`, and whether it had been seen before. */
  key?: string
  repeat?: true
  /** The visitor spoke while a person had the conversation: heard and ignored. */
  ignored?: true
  status: number
  body: unknown
}

interface Failure {
  at: number
  fault: Fault
  conversation?: string | undefined
  detail?: string | undefined
}

/** Everything received and every failure: the newest `keep` of each, and exact counts of all. */
export interface Record {
  line(line: Omit<Line, 'at'>): void
  failure(failure: Omit<Failure, 'at'>): void
  read(): { counts: { [call: string]: number }; received: readonly Line[]; failures: readonly Failure[] }
  reset(): void
}

export function createRecord(clock: Clock, keep: number): Record {
  let received: Line[] = []
  let failures: Failure[] = []
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    line(line) {
      count(line.call)
      received = push(received, { at: clock.now(), ...line }, keep)
    },
    failure(failure) {
      count(`failed:${failure.fault}`)
      failures = push(failures, { at: clock.now(), ...failure }, keep)
    },
    read: () => ({ counts: Object.fromEntries(counts), received, failures }),
    reset() {
      received = []
      failures = []
      counts.clear()
    }
  }
}

/** Drops the oldest half at a time, so that keeping the newest costs nothing per line. */
function push<Item>(items: Item[], item: Item, keep: number): Item[] {
  items.push(item)
  return items.length >= keep * 2 ? items.slice(-keep) : items
}
