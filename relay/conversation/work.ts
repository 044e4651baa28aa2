import type { ClientId, ConversationId, Seq } from '#shared/ids.ts'
import type { SiteRules } from './decision.ts'
import type { Draft, Entry } from './entry.ts'
import type { Input, InputOf } from './input.ts'
import { route } from './route.ts'
import { fold, type Known } from './state.ts'
import type { Append } from './store.ts'

type Received = NonNullable<Append['received']>

/** An input, the conversation it is for as far as it is known, and the rules of its site. */
export interface Asked {
  conversation: ConversationId
  known: Known
  input: Input
  rules: SiteRules
}

/** What was decided, as work for the store: the entries with their places, and all that becomes true with them. Pure. */
export function toAppend(asked: Asked, drafts: readonly Draft[], at: number): Append {
  const { conversation, known, input, rules } = asked
  const entries = drafts.map((draft, i) => ({ seq: known.head + 1 + i, at, ...draft }))
  const owed: { destination: string; seq: number }[] = []
  let now = known
  for (const entry of entries) {
    const told = [...route(now.state, entry), ...(rules.subscribers?.(entry) ?? [])]
    for (const destination of told) owed.push({ destination, seq: entry.seq })
    now = fold(now, [entry])
  }
  const { clientId, received } = idsOf(asked)
  const handover = now.state.phase === 'waiting' ? entries.find(({ kind }) => kind === 'handover') : undefined
  return {
    conversation,
    expected: known.head,
    entries,
    owed,
    phase: now.state.phase,
    ...(clientId !== undefined && { clientId }),
    ...(received && { received: { ...received, seq: placeOf(input, entries) ?? known.head + 1 } }),
    ...(input.kind === 'open' && whose(input, rules)),
    ...(handover?.kind === 'handover' && { alarm: { at: handover.until, of: handover.seq } })
  }
}

/** Of the entries that an input leads to, the one that says what came in. */
function placeOf({ kind }: Input, entries: readonly Entry[]): Seq | undefined {
  const own = kind === 'said' || kind === 'received' ? 'message' : kind
  return entries.find(entry => entry.kind === own)?.seq
}

function whose(
  { site, visitor, address }: InputOf<'open'>,
  { channel }: SiteRules
): Pick<Append, 'visitor' | 'address'> {
  return {
    ...(visitor !== undefined && { visitor: { hash: visitor, site } }),
    ...(channel !== undefined && address !== undefined && { address: { destination: channel, address } })
  }
}

/** What an input is known by, before it has its place. */
interface Ids {
  clientId?: ClientId
  received?: Omit<Received, 'seq'>
}

const receivedOf = ({ via, ids, echoed, echoOf }: InputOf<'received'>) => ({
  from: via,
  ids,
  ...(echoed && { echoed }),
  ...(echoOf && { echoOf })
})

/** Under this name the store keeps which files were said. */
export const saidFiles = 'files'

/** A channel's id of what was said; or the file's. Nobody sends files by a channel. */
function cameBy(input: InputOf<'said' | 'postback'>): Ids {
  if ('via' in input && input.via !== undefined)
    return { received: { from: input.via, ids: [`said:${input.id}`] } }
  return 'file' in input && input.file ? { received: { from: saidFiles, ids: [input.file.id] } } : {}
}

/** What makes an input known when it comes again. */
export function idsOf({ conversation, known, input }: Asked): Ids {
  switch (input.kind) {
    case 'said':
    case 'postback':
      return { clientId: input.id, ...cameBy(input) }
    case 'back':
    case 'rated':
    case 'note':
      return { clientId: input.id }
    case 'close':
      return input.id === undefined ? {} : { clientId: input.id }
    case 'received':
      return { received: receivedOf(input) }
    case 'undelivered':
      return { received: { from: input.to, ids: [`undelivered:${conversation}/${input.of}`] } }
    case 'handover':
      return known.state.phase === 'new' ? {} : { received: { from: known.state.bot, ids: input.ids } }
    default:
      return {}
  }
}
