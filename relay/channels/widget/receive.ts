import { z } from 'zod'
import type { ClientId } from '#shared/ids.ts'
import type { Can } from '#shared/wire/hello.ts'
import type { Refused, Said } from '#shared/wire/say.ts'
import { type Up, up } from '#shared/wire/up.ts'
import type { Outcome } from '../../conversation/accept.ts'
import type { Input } from '../../conversation/input.ts'
import type { Refusal } from '../../conversation/refusal.ts'

/** What a frame turned out to be. A kind that we do not know comes from a newer widget, and is let be. */
export type Frame = { kind: 'known'; frame: Up } | { kind: 'newer' } | { kind: 'bad' }

const kinds = new Set<unknown>(up.options.map(option => option.shape.type.value))

export function readFrame(data: string): Frame {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    return { kind: 'bad' }
  }
  const frame = up.safeParse(value).data ?? up.safeParse(plainer(value)).data
  if (frame) return { kind: 'known', frame }
  if (value === null || typeof value !== 'object' || !('type' in value)) return { kind: 'bad' }
  return typeof value.type === 'string' && !kinds.has(value.type) ? { kind: 'newer' } : { kind: 'bad' }
}

const fromPage = z.looseObject({
  type: z.enum(['hello', 'page']),
  identity: z.string().optional(),
  page: z.looseObject({}).optional()
})

/**
 * What a website says of its visitor, and nobody can take, keeps nobody from chatting: it is left out. An identity that is
 * too long is refused as an identity, not as a frame: so it is cut, and cannot be believed.
 */
function plainer(value: unknown): unknown {
  const read = fromPage.safeParse(value)
  if (!read.success) return value
  const { identity, page, ...frame } = read.data
  return {
    ...frame,
    ...(identity !== undefined && { identity: identity.slice(0, 4_096) }),
    ...(page && { page: { ...page, data: undefined } })
  }
}

/** What goes through the door. */
export type Passed = Extract<Up, { type: (typeof passing)[number] }>

const passing = ['say', 'file', 'postback', 'ask', 'rate', 'seen', 'typing'] as const

export function passes(frame: Up): frame is Passed {
  return passing.some(type => type === frame.type)
}

/** The frames that go through the door, as what they mean there. */
export function toInput(frame: Exclude<Passed, { type: 'file' }>): Input {
  switch (frame.type) {
    case 'say':
      return { kind: 'said', by: 'visitor', id: frame.id, text: frame.text, of: frame.of }
    case 'postback':
      return { kind: 'postback', id: frame.id, of: frame.seq, action: frame.action }
    case 'ask':
      return { kind: frame.what, id: frame.id }
    case 'rate':
      return { kind: 'rated', id: frame.id, score: frame.score, text: frame.text }
    case 'seen':
      return { kind: 'seen', seq: frame.seq }
    case 'typing':
      return { kind: 'typing', by: 'visitor', state: frame.state }
    default:
      return frame satisfies never
  }
}

/** May this visitor want that here? The rest says the core. */
export function allowed(frame: Passed, can: Can): boolean {
  if (frame.type === 'ask') return can[frame.what] === true
  if (frame.type === 'file') return can.upload === true
  return frame.type !== 'rate' || can.rate === true
}

/** What the widget is told of what became of its words, by their id. */
export function toAnswer(id: ClientId, outcome: Outcome): Said | Refused {
  switch (outcome.kind) {
    case 'taken':
    case 'repeated':
      return { type: 'said', id, seq: outcome.seq }
    case 'refused':
      return { type: 'refused', id, reason: toReason(outcome.refusal) }
    case 'failed':
      return { type: 'refused', id, reason: 'notStored' }
    default:
      return outcome satisfies never
  }
}

/** A refusal in the wire's words. */
function toReason(refusal: Refusal): Refused['reason'] {
  switch (refusal) {
    case 'conflict':
    case 'closed':
    case 'quiet':
    case 'tooLong':
      return refusal
    default:
      return 'noAction'
  }
}
