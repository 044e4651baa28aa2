import type { Input } from '../../conversation/input.ts'
import type { Call } from '../../outbox/destination.ts'
import { type Body, pressed, scenario, start, startWords } from './contract.ts'
import type { Settings } from './settings.ts'

/** What a call comes to: one POST, or nothing to send, or something that Ebbot has no call for. */
export type Planned =
  | { kind: 'post'; body: Body }
  | { kind: 'taken'; inputs?: readonly Input[] }
  | { kind: 'refused'; reason: string }

type Said = Extract<Call, { kind: 'entry' }>
type Entry<Kind> = Extract<Said['entry'], { kind: Kind }>

export function plan(call: Call, settings: Settings): Planned {
  switch (call.kind) {
    case 'entry':
      return planEntry(call.entry, settings)
    case 'activity':
      return refused('Ebbot is not told of typing and reading')
    case 'stray':
      return refused('Ebbot waits for no acknowledgement')
    default:
      return call satisfies never
  }
}

function planEntry(entry: Said['entry'], settings: Settings): Planned {
  switch (entry.kind) {
    case 'opened':
      return planStart(entry)
    case 'message':
      return planMessage(entry)
    case 'postback':
      return planPressed(entry, settings)
    case 'handover':
    case 'taken':
    case 'handback':
    case 'closed':
    case 'undelivered':
    case 'rated':
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return refused(`Ebbot is not told of ${entry.kind}`)
    default:
      return entry satisfies never
  }
}

/** A first call of the type `scenario`: ASSUMED(ebbot 2.1) */
function planStart(entry: Entry<'opened'>): Planned {
  const { data: words } = startWords.safeParse(entry.start)
  if (words) return { kind: 'post', body: { type: 'text', value: words.text } }
  const { data: value } = scenario.safeParse(entry.start)
  if (value) return { kind: 'post', body: { type: 'scenario', value } }
  return start.safeParse(entry.start).success ? { kind: 'taken' } : refused('this is no start of Ebbot')
}

function planMessage(entry: Entry<'message'>): Planned {
  switch (entry.by) {
    case 'visitor': {
      const { content } = entry
      if (content.kind !== 'text') return refused('Ebbot takes nothing but text')
      return { kind: 'post', body: { type: 'text', value: content.text } }
    }
    // What it said itself needs no acknowledgement.
    case 'bot':
    case 'system':
      return { kind: 'taken' }
    case 'agent':
      return 'via' in entry ? { kind: 'taken' } : refused('Ebbot is not told what other agents say')
    default:
      return entry satisfies never
  }
}

/** The label is never sent: Ebbot does not want clicks to be read as words. */
function planPressed({ payload }: Entry<'postback'>, { sendRatings }: Settings): Planned {
  const read = pressed.safeParse(payload)
  if (!read.success) return refused('Ebbot gave this action nothing to send')
  switch (read.data.type) {
    case 'variable':
    case 'scenario':
      return { kind: 'post', body: read.data }
    case 'rating':
      return sendRatings
        ? { kind: 'post', body: read.data }
        : refused('Ebbot documents no call for a rating; sendRatings lets it be tried')
    case 'nothing':
      return { kind: 'taken' }
    case 'reset':
      return { kind: 'taken', inputs: [{ kind: 'close' }] }
    default:
      return read.data satisfies never
  }
}

const refused = (reason: string): Planned => ({ kind: 'refused', reason })
