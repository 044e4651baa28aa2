import type { ConversationId } from '#shared/ids.ts'
import type { ByeFrame } from '#shared/wire/bye.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Entries } from '#shared/wire/entries.ts'
import type { Phase } from '#shared/wire/hello.ts'
import type { OlderEntries } from '#shared/wire/older.ts'
import type { Refused } from '#shared/wire/say.ts'
import type { TypingBy } from '#shared/wire/typing.ts'
import { isBye } from '../link.ts'
import type { Line } from '../state.ts'
import { field } from './content.ts'
import { readLine } from './line.ts'
import { fitsKind, isObject, isPlace, type Shape } from './shapes.ts'

/** What the relay may say, with the lines as they are shown here. */
export type Heard =
  | Exclude<Down, Entries | OlderEntries>
  | HeardOlder
  | { type: 'entries'; entries: readonly Line[] }
export type HeardOlder = Omit<OlderEntries, 'entries'> & { entries: readonly Line[] }

type Plain = Exclude<Down, Entries | OlderEntries | ByeFrame | Refused | TypingBy>

const fields = { 'text?': '', fields: [field] } as const
const site = {
  title: '',
  maxText: 0,
  'greeting?': '',
  'avatar?': '',
  'botName?': '',
  'hours?': { open: true, 'opensAt?': 0 },
  'preChat?': fields,
  'offline?': fields,
  'imageHosts?': ['']
} as const

const shapes = {
  welcome: {
    conversation: '',
    epoch: '',
    after: 0,
    head: 0,
    seen: 0,
    'token?': '',
    site,
    'resumed?': true,
    'can?': {},
    'delivered?': 0,
    'read?': 0
  },
  said: { id: '', seq: 0 },
  past: { conversations: [{ id: '', openedAt: 0, lastAt: 0, closed: true, preview: '' }] },
  receipts: { delivered: 0, read: 0 },
  pong: {}
} as const satisfies Record<Plain['type'], Shape>

const isPlain = (frame: Record<string, unknown>): frame is Record<string, unknown> & Plain =>
  fitsKind(shapes, 'type', frame)

const reasons = ['notStored', 'tooFast', 'tooLong', 'closed', 'quiet', 'noAction'] as const

/** A frame from the relay; nothing when it makes no sense here. Never throws. */
export function readDown(data: unknown): Heard | undefined {
  const frame = parse(data)
  if (!isObject(frame)) return undefined
  switch (frame['type']) {
    case 'entries':
      return { type: 'entries', entries: readLines(frame['entries']) }
    case 'older':
      return readOlder(frame)
    case 'refused':
      return readRefused(frame)
    case 'typing':
      return readTyping(frame)
    case 'bye':
      return readBye(frame)
    default:
      return isPlain(frame) ? known(frame) : undefined
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

/** A line that cannot be read is left out; the hole it leaves is found by who puts them together. */
const readLines = (value: unknown): readonly Line[] =>
  Array.isArray(value) ? value.map(readLine).filter(line => line !== undefined) : []

function readOlder({ conversation, entries }: Record<string, unknown>): Heard | undefined {
  return isId(conversation) ? { type: 'older', conversation, entries: readLines(entries) } : undefined
}

const isId = (value: unknown): value is ConversationId => typeof value === 'string'

const phases = { bot: {}, waiting: {}, agent: { name: '', 'picture?': '' }, closed: {} } as const

/** A phase that is not known here says nothing. */
function known(frame: Plain): Plain {
  if (frame.type !== 'welcome' || isPhase(frame.phase)) return frame
  const { phase: _, ...rest } = frame
  return rest
}

const isPhase = (value: unknown): value is Phase => isObject(value) && fitsKind(phases, 'is', value)

function readRefused({ id, reason }: Record<string, unknown>): Heard | undefined {
  if (typeof id !== 'string') return undefined
  return { type: 'refused', id, reason: reasons.find(known => known === reason) ?? 'conflict' }
}

function readTyping({ by, state }: Record<string, unknown>): Heard | undefined {
  if ((by !== 'bot' && by !== 'agent') || (state !== 'start' && state !== 'stop')) return undefined
  return { type: 'typing', by, state }
}

/** A way of ending that is not known here is treated as a fault of the relay: come back later. */
function readBye({ reason, waitMs }: Record<string, unknown>): Heard {
  const known = typeof reason === 'string' && isBye(reason) ? reason : 'broken'
  return { type: 'bye', reason: known, ...(isPlace(waitMs) && { waitMs }) }
}
