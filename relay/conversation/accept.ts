import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { ActivityHub } from './activity.ts'
import { decide } from './decide.ts'
import type { Decision, SiteRules } from './decision.ts'
import type { Draft } from './entry.ts'
import type { Input, Where } from './input.ts'
import { createLines } from './lines.ts'
import { masked } from './masked.ts'
import type { Refusal } from './refusal.ts'
import { ownOf, repeats } from './repeat.ts'
import { fold, type Known, type State } from './state.ts'
import type { States } from './states.ts'
import type { Store } from './store.ts'
import { type Asked, idsOf, toAppend } from './work.ts'

/** What became of an input. `seq` is the place of its (first) entry, or the head when it left none. */
export type Outcome =
  | { kind: 'taken'; conversation: ConversationId; seq: Seq }
  /** The same as before: nothing was changed, and it is answered as the first time. */
  | { kind: 'repeated'; conversation: ConversationId; seq: Seq }
  /** `by`: the agent who has it, where that is why. */
  | { kind: 'refused'; refusal: Refusal; by?: string }
  /** It could not be stored: nothing changed, and it may be handed in again. */
  | { kind: 'failed'; reason: string }

/** The one door. Everyone who wants something of a conversation hands an Input in here. */
export type Accept = (where: Where, input: Input) => Promise<Outcome>

export interface AcceptParts {
  store: Store
  states: States
  sites: ReadonlyMap<string, SiteRules>
  activity: ActivityHub
  clock: Clock
  /** May any of our agents be given a visitor? Asked when one is wanted. */
  somebody(): boolean
}

/** Each lost race means that somebody else got ahead, so this many in a row is a fault of ours. */
const triesBeforeFault = 1_000

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal })
const refusedAs = ({ refusal, by }: Decision & { ok: false }): Outcome =>
  by === undefined ? refused(refusal) : { kind: 'refused', refusal, by }

export function createAccept(parts: AcceptParts): Accept {
  const { store, states } = parts
  const lines = createLines<ConversationId>()

  async function insist(conversation: ConversationId, input: Input): Promise<Outcome> {
    for (let tries = 0; tries < triesBeforeFault; tries += 1) {
      const outcome = await attempt(parts, conversation, await states.refresh(conversation), input)
      if (outcome !== 'conflict') return outcome
    }
    throw new Error(`conversation ${conversation} could not be appended to`)
  }

  return async function accept(where, input) {
    const conversation =
      typeof where === 'string' ? where : await store.byAddress(where.destination, where.address)
    if (conversation === undefined) return refused('unknown')
    if (!lines.has(conversation)) {
      const outcome = await attempt(parts, conversation, await states.get(conversation), input)
      if (outcome !== 'conflict') return outcome
    }
    // Whoever comes later would be quicker every time, and who lost once might lose for ever.
    return lines.join(conversation, () => insist(conversation, input))
  }
}

interface Place {
  conversation: ConversationId
  seq: Seq
}

/** An input at the door: for which conversation, as far as it is known, and under whose rules. */
interface Handed extends Asked {
  parts: AcceptParts
}

async function attempt(
  parts: AcceptParts,
  conversation: ConversationId,
  known: Known,
  input: Input
): Promise<Outcome | 'conflict'> {
  const rules = parts.sites.get(siteOf(known.state, input) ?? '') ?? rulesOfNone(input)
  if (!rules) return refused('unknown')
  const handed: Handed = { parts, conversation, known, input: masked(input, rules), rules }
  const decision = await decideOn(handed)
  if (!decision.ok) {
    const before = await earlier(handed)
    return before ? repeat(handed, before) : refusedAs(decision)
  }
  if (decision.entries.length === 0) return pass(handed, decision)
  return append(handed, decision.entries)
}

/** A time that is up is up, also while the site is away from the configuration: nobody sets it anew when it is back. */
const rulesOfNone = ({ kind }: Input): SiteRules | undefined => (kind === 'deadline' ? noRules : undefined)
const noRules: SiteRules = {
  bot: '',
  start: () => ({}),
  agents: false,
  nobody: { then: 'wait' },
  takeWithinMs: 0,
  maxText: 0
}

async function append(handed: Handed, drafts: readonly Draft[]): Promise<Outcome | 'conflict'> {
  const { parts, conversation, known } = handed
  const work = toAppend(handed, drafts, parts.clock.now())
  const appended = await parts.store.append(work)
  switch (appended.kind) {
    case 'appended':
      parts.states.keep(conversation, fold(known, work.entries))
      return { kind: 'taken', conversation, seq: known.head + 1 }
    case 'known':
      return repeat(handed, appended)
    case 'conflict':
      return 'conflict'
    case 'failed':
      return appended
    default:
      return appended satisfies never
  }
}

async function decideOn({ parts, conversation, known, input, rules }: Handed): Promise<Decision> {
  const [pressed] = input.kind === 'postback' ? await parts.store.read(conversation, input.of - 1, 1) : []
  const now = parts.clock.now()
  const isWanted = input.kind === 'handover' || input.kind === 'leave'
  const somebody = isWanted && rules.hours?.(now) !== false && parts.somebody()
  return decide(known.state, input, { now, rules, somebody, pressed })
}

function siteOf(state: State, input: Input): string | undefined {
  if (input.kind === 'open') return input.site
  return state.phase === 'new' ? undefined : state.site
}

/** Nothing to append: what is told and forgotten. */
async function pass(
  { parts: { store, activity }, conversation, known: { state, head } }: Handed,
  { seen, typing }: Decision & { ok: true }
): Promise<Outcome> {
  if (typing) activity.tell(conversation, { kind: 'typing', ...typing }, state)
  if (seen !== undefined) {
    const seq = Math.min(seen, head)
    await store.markSeen(conversation, seq)
    activity.tell(conversation, { kind: 'seen', seq }, state)
  }
  return { kind: 'taken', conversation, seq: head }
}

/** Was it taken before the conversation came into a state that refuses it? */
async function earlier(handed: Handed): Promise<Place | undefined> {
  const { conversation, parts } = handed
  const { received, clientId } = idsOf(handed)
  if (received) return parts.store.byReceived(received.from, received.ids)
  if (clientId === undefined) return undefined
  const entry = await parts.store.byClientId(conversation, clientId)
  return entry && { conversation, seq: entry.seq }
}

async function repeat({ parts: { store }, conversation, input }: Handed, before: Place): Promise<Outcome> {
  const repeated: Outcome = { kind: 'repeated', conversation: before.conversation, seq: before.seq }
  switch (input.kind) {
    case 'open':
    case 'handover':
    case 'undelivered':
      return repeated
    case 'received': {
      const { seq = before.seq } = ownOf(await store.read(before.conversation, before.seq - 1, 2)) ?? {}
      const owed = await store.owe(before.conversation, seq, input.via)
      return owed ? { ...repeated, seq } : { kind: 'failed', reason: 'not stored' }
    }
    default: {
      // Its platform's id says enough: it may tell the same thing in two ways.
      if ('via' in input && input.via !== undefined) return repeated
      const entry = ownOf(await store.read(conversation, before.seq - 1, 2))
      return entry && repeats(input, entry) ? { ...repeated, seq: entry.seq } : refused('conflict')
    }
  }
}
