import type { DestinationId } from '../conversation/delivery.ts'
import type { Call, Receipt } from './destination.ts'

/** What the outbox counts. */
export interface Meter {
  called(destination: DestinationId, call: Call['kind'], receipt: Receipt['kind'], ms: number): void
  died(destination: DestinationId): void
}
