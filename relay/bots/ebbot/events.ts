import { content, type Event, type EventContent, envelope } from './contract.ts'
import { timeOf } from './time.ts'

/**
 * The events of a body: one is documented, and a list is taken as well. ASSUMED(ebbot 3) In the order of their own
 * times; what has none stays where it was.
 */
export function eventsOf(body: unknown): Event[] {
  const all = (Array.isArray(body) ? body : [body]).flatMap(one => envelope.safeParse(one).data ?? [])
  return all.every(one => happened(one) !== undefined)
    ? all.toSorted((a, b) => (happened(a) ?? 0) - (happened(b) ?? 0))
    : all
}

/** What an event is about, wherever it keeps it. */
export const contentOf = ({ data, chat }: Event): EventContent => content.parse(chat ?? data ?? {})

/** When it happened by Ebbot's clock, ms. */
export const happened = (event: Event): number | undefined =>
  timeOf(event.timestamp) ?? timeOf(contentOf(event).timestamp)
