import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Clock } from '../lib/clock.ts'
import type { ActivityHub } from './activity.ts'
import { decide } from './decide.ts'
import type { Decision, SiteRules } from './decision.ts'
import type { Draft, Entry } from './entry.ts'
import type { Input, Where } from './input.ts'
import type { Refusal } from './refusal.ts'
import { repeats } from './repeat.ts'
import { route } from './route.ts'
import { fold, type Known, type State } from './state.ts'
import type { States } from './states.ts'
import type { Append, Store } from './store.ts'

/** What became of an input. `seq` is the place of its (first) entry, or the head when it left none. */
export type Outcome =
  | { kind: 'taken'; conversation: ConversationId; seq: Seq }
  /** The same as before: nothing was changed, and it is answered as the first time. */
  | { kind: 'repeated'; conversation: ConversationId; seq: Seq }
  | { kind: 'refused'; refusal: Refusal }
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
}

/** Each lost race means that somebody else got ahead, so this many in a row is a fault of ours. */
const triesBeforeFault = 1_000

const refused = (refusal: Refusal): Outcome => ({ kind: 'refused', refusal })

export function createAccept(parts: AcceptParts): Accept {
  const { store, states } = parts

  return async function accept(where, input) {
    const conversation =
      typeof where === 'string' ? where : await store.byAddress(where.destination, where.address)
    if (conversation === undefined) return refused('unknown')
    let known = await states.get(conversation)
    for (let tries = 0; tries < triesBeforeFault; tries += 1) {
      const outcome = await attempt(parts, conversation, known, input)
      if (outcome !== 'conflict') return outcome
      known = await states.refresh(conversation)
    }
    throw new Error(`conversation ${conversation} could not be appended to`)
  }
}

async function attempt(
  parts: AcceptParts,
  conversation: ConversationId,
  known: Known,
  input: Input
): Promise<Outcome | 'conflict'> {
  const decision = await decideOn(parts, conversation, known, input)
  if (!decision.ok) {
    const before = await earlier(parts.store, conversation, known, input)
    return before ? repeat(parts, conversation, input, before) : refused(decision.refusal)
  }
  if (decision.entries.length === 0) return pass(parts, conversation, known, decision)
  const entries = numbered(known, decision.entries, parts.clock.now())
  const work = toAppend(conversation, known, input, entries)
  const appended = await parts.store.append(work)
  switch (appended.kind) {
    case 'appended':
      parts.states.keep(conversation, fold(known, work.entries))
      return { kind: 'taken', conversation, seq: known.head + 1 }
    case 'known':
      return repeat(parts, conversation, input, appended)
    case 'conflict':
      return 'conflict'
    case 'failed':
      return appended
    default:
      return appended satisfies never
  }
}

async function decideOn(
  parts: AcceptParts,
  conversation: ConversationId,
  { state }: Known,
  input: Input
): Promise<Decision> {
  const rules = parts.sites.get(siteOf(state, input) ?? '')
  if (!rules) return { ok: false, refusal: 'unknown' }
  const [pressed] = input.kind === 'postback' ? await parts.store.read(conversation, input.of - 1, 1) : []
  return decide(state, input, { now: parts.clock.now(), rules, pressed })
}

function siteOf(state: State, input: Input): string | undefined {
  if (input.kind === 'open') return input.site
  return state.phase === 'new' ? undefined : state.site
}

/** Nothing to append: what is told and forgotten. */
async function pass(
  { store, activity }: AcceptParts,
  conversation: ConversationId,
  { state, head }: Known,
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

function numbered({ head }: Known, drafts: readonly Draft[], at: number): readonly Entry[] {
  return drafts.map((draft, i) => ({ seq: head + 1 + i, at, ...draft }))
}

function toAppend(
  conversation: ConversationId,
  known: Known,
  input: Input,
  entries: readonly Entry[]
): Append {
  const owed: { destination: string; seq: Seq }[] = []
  let now = known
  for (const entry of entries) {
    for (const destination of route(now.state, entry)) owed.push({ destination, seq: entry.seq })
    now = fold(now, [entry])
  }
  const asked = now.state.phase === 'waiting' ? entries.find(entry => entry.kind === 'handover') : undefined
  return {
    conversation,
    expected: known.head,
    entries,
    owed,
    phase: now.state.phase,
    ...ids(known, input),
    ...(input.kind === 'open' && { visitor: { hash: input.visitor, site: input.site } }),
    ...(asked?.kind === 'handover' && { alarm: { at: asked.until, of: asked.seq } })
  }
}

function ids({ state }: Known, input: Input): Pick<Append, 'clientId' | 'received'> {
  switch (input.kind) {
    case 'said':
    case 'postback':
      return { clientId: input.id }
    case 'received':
      return { received: { from: input.via, ids: input.ids } }
    case 'handover':
      return state.phase === 'new' ? {} : { received: { from: state.bot, ids: input.ids } }
    default:
      return {}
  }
}

/** Was it taken before the conversation came into a state that refuses it? */
async function earlier(store: Store, conversation: ConversationId, known: Known, input: Input) {
  const key = ids(known, input)
  if (key.received) return store.byReceived(key.received.from, key.received.ids)
  if (key.clientId === undefined) return undefined
  const entry = await store.byClientId(conversation, key.clientId)
  return entry && { conversation, seq: entry.seq }
}

async function repeat(
  { store }: AcceptParts,
  conversation: ConversationId,
  input: Input,
  before: { conversation: ConversationId; seq: Seq }
): Promise<Outcome> {
  const repeated: Outcome = { kind: 'repeated', conversation: before.conversation, seq: before.seq }
  if (input.kind === 'handover') return repeated
  if (input.kind === 'received') {
    const owed = await store.owe(before.conversation, before.seq, input.via)
    return owed ? repeated : { kind: 'failed', reason: 'not stored' }
  }
  const [entry] = await store.read(conversation, before.seq - 1, 1)
  return entry && repeats(input, entry) ? repeated : refused('conflict')
}
