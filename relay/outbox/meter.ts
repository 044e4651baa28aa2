import type { Attempt, DestinationId } from '../conversation/delivery.ts'
import type { Call, Receipt } from './destination.ts'

/** An attempt at a delivery, and whose time it took. */
interface Tried {
  outcome: Attempt['outcome']
  /** ms from when it was due until it went out: what had to go before it is in there. */
  waitedMs: number
  /** ms that the destination took to answer, over all exchanges. */
  theirsMs: number
}

/** What the outbox counts. */
export interface Meter {
  called(destination: DestinationId, call: Call['kind'], receipt: Receipt['kind'], ms: number): void
  died(destination: DestinationId): void
  attempted(destination: DestinationId, tried: Tried): void
}
