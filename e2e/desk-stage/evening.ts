import type { Attempt, DeliveryTold, LineTold, Summary } from '../../console/contract.ts'
import type { Line } from './book.ts'
import { anHour } from './hour.ts'
import type { DeskRelay } from './relay.ts'
import { visitor } from './scenes.ts'

const id = 'c3v9q1k7x2m4t8w5z0b6'

/** An evening after a storm, as who runs the relay sees it: one conversation to look at, and how the platforms are. */
export function anEvening(relay: DeskRelay): void {
  relay.me = { name: 'otto', shown: 'Otto Lind', role: 'operator' }
  relay.people = [...relay.people, { name: 'otto', shown: 'Otto Lind', state: 'away' }]
  const began = Date.now() - 4 * 60_000
  const said = told.map(({ line, at }): Line => ({ ...line, at: began + at }))
  relay.book.opens({ id, name: 'Ada Nowak', page: 'Garden lamps', ago: Date.now() - began }, ...said)
  relay.readings.set(`/conversations/${id}/timeline`, () => ({ entries: linesOf(relay) }))
  relay.readings.set('/health', () => anHour(Date.now()))
}

export const eveningTalk = `#/conversations/${id}`

/** What became of an entry: ms after it was accepted. */
interface Became {
  committed: number
  shown?: number
  read?: number
  bot?: Partial<DeliveryTold>
  crm?: Partial<DeliveryTold>
}

const call = (
  at: number,
  tookMs: number,
  status: number,
  outcome: Attempt['outcome'] = 'taken'
): Attempt => ({
  at,
  tookMs,
  outcome,
  status,
  ...(outcome !== 'taken' && outcome !== 'linked' && { reason: `it answered ${status}` })
})
const well = (at: number, tookMs: number, status = 200): Partial<DeliveryTold> => ({
  attempts: [call(at, tookMs, status)]
})
const bot = (text: string): Line => ({ kind: 'message', by: 'bot', content: { kind: 'text', text } })

const opened: Became = {
  committed: 1,
  bot: { attempts: [call(4, 61, 201, 'linked'), call(68, 44, 200)] },
  crm: well(5, 92, 204)
}

const told: readonly { line: Line; at: number; became: Became }[] = [
  {
    line: bot('Hello! I am the lamp shop’s assistant. What can I do for you?'),
    at: 1_204,
    became: { committed: 2, shown: 19, read: 730, bot: well(6, 38), crm: well(7, 71, 204) }
  },
  {
    line: visitor('My garden lamp flickers since the storm', 'id_ada_1'),
    at: 31_460,
    became: {
      committed: 3,
      shown: 24,
      bot: {
        attempts: [call(7, 21, 503, 'later'), call(131, 84, 503, 'later'), call(740, 96, 200)]
      },
      crm: well(9, 64, 204)
    }
  },
  {
    line: bot('That sounds like water in the socket. Is the lamp older than two years?'),
    at: 33_120,
    became: { committed: 1, shown: 16, read: 1_640, bot: well(5, 41), crm: well(5, 83, 204) }
  },
  {
    line: visitor('Three years. Can somebody come by on Friday?', 'id_ada_2'),
    at: 58_310,
    became: { committed: 2, shown: 21, bot: well(6, 88), crm: well(8, 57, 204) }
  },
  {
    line: {
      kind: 'handover',
      metadata: { reason: 'A repair at home', product: 'Garden 12' },
      until: Date.now() + 600_000
    },
    at: 59_020,
    became: { committed: 1, bot: well(4, 36), crm: well(4, 66, 204) }
  },
  {
    line: { kind: 'taken', name: 'Anna Berg' },
    at: 96_700,
    became: { committed: 2, bot: well(5, 47), crm: well(6, 59, 204) }
  },
  {
    line: {
      kind: 'message',
      by: 'agent',
      name: 'Anna Berg',
      content: { kind: 'text', text: 'Hello Ada, Friday at ten would do. Shall I send somebody?' }
    },
    at: 118_900,
    became: {
      committed: 1,
      shown: 14,
      read: 1_420,
      crm: { state: 'dead', reason: 'it answered 422', attempts: [call(5, 74, 422, 'refused')] }
    }
  }
]

/** The log with what became of it. The first entry of a log is that it began. */
function linesOf({ book }: DeskRelay): readonly LineTold[] {
  const all = [opened, ...told.map(({ became }) => became)]
  return book.entries(id, 0).map((entry, nth): LineTold => {
    const { seq, at, kind } = entry
    const { committed, shown, read, ...destinations } = all[nth] ?? { committed: 1 }
    return {
      seq,
      at,
      kind,
      ...('by' in entry && { by: entry.by }),
      ...(entry.kind === 'message' && { text: entry.content.text ?? '' }),
      committedAt: at + committed,
      ...(shown !== undefined && { shownAt: at + shown }),
      ...(read !== undefined && { readAt: at + read }),
      deliveries: [
        ...deliveryOf('bots/support', at + committed, destinations.bot),
        ...deliveryOf('topics/crm', at + committed, destinations.crm)
      ]
    }
  })
}

/** Of the long log of a year, page by page as the relay tells it, so that its pages can be leafed through. */
export function aLongTimeline(relay: DeskRelay, length: number): void {
  relay.me = { name: 'otto', shown: 'Anna Berg', role: 'operator' }
  relay.readings.set('/health', () => anHour(Date.now()))
  relay.readings.set('/conversations/cv_long/timeline', query => {
    const [after, limit] = [Number(query.get('after')), Number(query.get('limit'))]
    const seqs = Array.from({ length: Math.min(limit, length - after) }, (_, nth) => after + nth + 1)
    return { entries: seqs.map(aLineOfMany) }
  })
}

/** So many conversations that say the same, a page after the other. */
export function aLongSearch(relay: DeskRelay, length: number): void {
  relay.me = { name: 'otto', shown: 'Otto Lind', role: 'operator' }
  relay.readings.set('/health', () => anHour(Date.now()))
  relay.readings.set('/conversations/search', query => {
    const first = length - Number(query.get('before') ?? length)
    const last = Math.min(length, first + Number(query.get('limit')))
    const conversations = Array.from({ length: last - first }, (_, nth) => aFoundOne(first + nth + 1))
    return { conversations, indexed: 1, ...(last < length && { before: length - last }) }
  })
}

const aFoundOne = (nth: number): Summary & { found: string } => ({
  id: `cv_found_${nth}`,
  site: 'lamps',
  bot: 'bots/support',
  phase: 'closed',
  head: 9,
  openedAt: 1_700_000_000_000,
  at: 1_700_000_000_000 - nth * 60_000,
  named: { name: `Visitor ${nth}` },
  found: `It is the \u0002lamp\u0003 of order ${nth}. ${'It flickers and hums. '.repeat(nth % 9)}`
})

function aLineOfMany(seq: number): LineTold {
  const at = 1_700_000_000_000 + seq * 20_000
  const deliveries = deliveryOf('bots/support', at + 2, well(5, 40 + (seq % 50)))
  return { seq, at, kind: 'message', by: 'visitor', text: `Line ${seq}.`, committedAt: at + 2, deliveries }
}

let ids = 0

function deliveryOf(
  destination: string,
  owedAt: number,
  { state = 'done', attempts = [], ...more }: Partial<DeliveryTold> = { attempts: [] }
): readonly DeliveryTold[] {
  const last = attempts.at(-1)
  if (!last) return []
  ids += 1
  const accepted = owedAt
  const settledAt = accepted + last.at + (last.tookMs ?? 0)
  const moved = attempts.map(attempt => ({ ...attempt, at: accepted + attempt.at }))
  return [{ id: ids, destination, owedAt, state, settledAt, attempts: moved, ...more }]
}
