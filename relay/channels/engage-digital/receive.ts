import type { DestinationId } from '../../conversation/delivery.ts'
import type { Heard, Reading } from '../../conversation/heard.ts'
import type { Incoming } from '../../lib/incoming.ts'
import { isKeyed } from '../../lib/json.ts'
import { content, type Event, each, envelope, event, interventionMetadata } from './contract.ts'
import { isOurSource, notForTheBot, notVisitors, type Self } from './gate.ts'
import { heardOf } from './heard.ts'
import type { Memory } from './memory.ts'
import type { Settings } from './settings.ts'

/** What an open channel reads with. */
export interface Reader {
  settings: Settings
  /** The channel as a destination. */
  self: DestinationId
  memory: Memory
  known(): Self
}

/** One event: what it says, or what to call it in the log, or neither where nobody needs to know. */
type Read = { heard: Heard } | { ignored: string } | 'quiet'

/** Many events a request, in no promised order: the time that each was issued at is what counts. */
export function receive(incoming: Incoming, reader: Reader): Reading {
  const read = envelope.safeParse(incoming.json())
  if (!read.success) return { ok: false, status: 400, reason: 'no events of Engage Digital' }
  const events = each(event, read.data.events)
  const unread = read.data.events.length - events.length
  const timed = events.map(one => ({ one, at: one.issued_at ?? incoming.at }))
  const all = timed.toSorted((a, b) => a.at - b.at).map(({ one, at }) => readEvent(one, at, reader))
  return {
    ok: true,
    heard: all.flatMap(told => (told !== 'quiet' && 'heard' in told ? [told.heard] : [])),
    ignored: [
      ...Array<string>(unread).fill('an event that cannot be read'),
      ...all.flatMap(told => (told !== 'quiet' && 'ignored' in told ? [told.ignored] : []))
    ]
  }
}

function readEvent(one: Event, at: number, reader: Reader): Read {
  switch (one.type) {
    case 'content.imported':
      return readContent(one, at, reader)
    case 'content.thread_closed':
    case 'content.thread_auto_closed':
      return readClosed(one, reader)
    case 'intervention.opened':
    case 'intervention.assigned':
    case 'intervention.user_updated':
    case 'intervention.reopened':
    case 'intervention.closed':
    case 'intervention.recategorized':
      return readIntervention(one, at, reader)
    // Our own replies make these. What became of them is for operators, see exported.ts.
    case 'content.replied':
    case 'content.approved':
    case 'content.exported':
    case 'content.update_exported':
      return 'quiet'
    default:
      return { ignored: `an event of the type ${JSON.stringify(one.type.slice(0, 60))}` }
  }
}

function readContent({ resource }: Event, at: number, reader: Reader): Read {
  const read = content.safeParse({ ...asObject(resource.metadata), id: resource.id })
  if (!read.success) return { ignored: 'a content that cannot be read' }
  const { settings, memory } = reader
  // What is said to agents is what the bot replies to when the visitor is given back.
  const isVisitors = notVisitors(read.data, settings, reader.known()) === undefined
  if (isVisitors && isOurSource(read.data.source, settings)) memory.heard(read.data.thread, read.data, at)
  const why = notForTheBot(read.data, settings, reader.known())
  if (why !== undefined) return { ignored: why }
  const heard = heardOf(read.data, { ...reader, at })
  return heard ? { heard } : { ignored: 'a content without words' }
}

/** ASSUMED(engage-digital 4.2): what is closed is told by a content of it. */
function readClosed({ resource }: Event, { settings }: Reader): Read {
  const read = content.safeParse({ ...asObject(resource.metadata), id: resource.id })
  if (!read.success) return { ignored: 'the end of a thread that cannot be read' }
  if (!isOurSource(read.data.source, settings)) return 'quiet'
  return { heard: { address: read.data.thread, input: { kind: 'close' }, ifOurs: true } }
}

function readIntervention({ type, user_id: by, resource }: Event, at: number, reader: Reader): Read {
  const { settings, self } = reader
  const read = interventionMetadata.safeParse(resource.metadata)
  if (!read.success) return { ignored: 'an intervention that cannot be read' }
  const { thread_id: address, user_id: owner, source_id: source, category_ids: categories = [] } = read.data
  if (!isOurSource(source ?? undefined, settings)) return 'quiet'
  const { user } = reader.known()
  // Until it is known who we are, what we did ourselves would be taken for an agent's doing.
  if (user === undefined) return { ignored: 'an intervention, before it is known who we are' }
  const asOf = at - settings.clockSkewMs
  if (type === 'intervention.recategorized') {
    if (!categories.includes(settings.botCategory)) return 'quiet'
    const input = { kind: 'handback', metadata: {}, on: self, at: asOf } as const
    return { heard: { address, input, ifOurs: true } }
  }
  const isAgents = isPerson(owner, user) && (type !== 'intervention.reopened' || isPerson(by, user))
  if (!isAgents) return 'quiet'
  if (type !== 'intervention.closed') {
    return { heard: { address, input: { kind: 'take', name: settings.agentName, on: self }, ifOurs: true } }
  }
  // Who took it where the bot answers leaves it there.
  const isBots = categories.includes(settings.botCategory)
  if (!isBots && settings.afterAgent === 'stay') return 'quiet'
  const input = { kind: 'handback', metadata: {}, at: asOf, ...(isBots && { on: self }) } as const
  return { heard: { address, input, ifOurs: true } }
}

/** A visitor who writes again reopens an intervention too: then no agent did it. */
const isPerson = (user: string | null | undefined, us: string): boolean =>
  user !== undefined && user !== null && user !== us

const asObject = (value: unknown): object => (isKeyed(value) ? value : {})
