import type { Call } from '../../outbox/destination.ts'
import { type ChatBody, id, type StartBody } from './contract.ts'
import type { Settings } from './settings.ts'

/** One POST under the base URL, or why there is none to make. */
export type Planned =
  | { kind: 'start'; path: string; body: StartBody }
  | { kind: 'chat'; path: string; body: ChatBody; address: string }
  /** Bot9 knows already, or wants no word of it. */
  | { kind: 'done' }
  | { kind: 'none'; reason: string }

export type Owed = Extract<Call, { kind: 'entry' }>
type Entry<Kind> = Extract<Owed['entry'], { kind: Kind }>

export function plan(call: Call, settings: Settings): Planned {
  switch (call.kind) {
    case 'entry':
      return planEntry(call, settings)
    case 'activity':
      return { kind: 'none', reason: 'Bot9 has no documented call for activity' }
    case 'stray':
      return { kind: 'none', reason: 'Bot9 wants no acknowledgement' }
    default:
      return call satisfies never
  }
}

function planEntry(call: Owed, settings: Settings): Planned {
  const { entry } = call
  switch (entry.kind) {
    case 'opened':
      return call.address === undefined ? planStart(call, settings) : { kind: 'done' }
    case 'message':
      return planMessage(call, entry, settings)
    case 'postback':
      return planChat(call, entry.label, settings)
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
      return { kind: 'none', reason: `Bot9 has no documented call for ${entry.kind}` }
    default:
      return entry satisfies never
  }
}

function planMessage(call: Owed, entry: Entry<'message'>, settings: Settings): Planned {
  if ('via' in entry) return { kind: 'done' }
  // The call that there is speaks as the visitor: the bot would answer the agent.
  if (entry.by === 'agent') return { kind: 'none', reason: 'Bot9 has no documented call for what agents say' }
  const { text } = entry.content
  return text === undefined
    ? { kind: 'none', reason: 'Bot9 takes nothing but text' }
    : planChat(call, text, settings)
}

/** A conversation whose start was given up on is started by what its visitor says. */
function planChat(call: Owed, message: string, settings: Settings): Planned {
  const { address } = call
  if (address === undefined) return planStart(call, settings)
  if (!id.safeParse(address).success)
    return { kind: 'none', reason: 'the conversation has an id that fits into no path' }
  const path = `/${settings.chatbotId}/conversations/${encodeURIComponent(address)}/chat`
  return { kind: 'chat', path, body: { message }, address }
}

/** Capital S, S and E beside a small u, and `emailId`. ASSUMED(bot9 3.2) */
function planStart({ conversation, entry }: Owed, { chatbotId, displayName, source }: Settings): Planned {
  const { name = `${displayName} ${conversation.slice(-4)}`, email } = namedIn(entry) ?? {}
  const user = { name, externalId: conversation, ...(email !== undefined && { emailId: email }) }
  const body: StartBody = { Source: source, Status: 'active', ExternalSessionId: conversation, user }
  return { kind: 'start', path: `/${chatbotId}/conversations`, body }
}

/** Of a conversation that what its visitor says has to start, no more is known here. */
const namedIn = (entry: Owed['entry']) => (entry.kind === 'opened' ? entry.named : undefined)
