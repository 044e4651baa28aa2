import type { DestinationId } from './delivery.ts'
import type { Entry } from './entry.ts'
import type { State } from './state.ts'

/** Who must be told of an entry, given the state it was taken in. Pure. */
export function route(before: State, entry: Entry): readonly DestinationId[] {
  switch (entry.kind) {
    case 'opened':
      return [entry.bot]
    case 'message':
      return routeMessage(before, entry)
    case 'postback':
      return botOf(before)
    case 'handback':
      return routeHandback(before, entry)
    case 'handover':
    case 'closed':
      return channelOf(before)
    case 'taken':
    case 'undelivered':
    case 'rated':
    case 'page':
    case 'named':
    case 'note':
    case 'erased':
      return []
    default:
      return entry satisfies never
  }
}

/** Both sides must have the visitor with the bot again; whoever said so knows, and a bot that never asked for an agent. */
function routeHandback(before: State, { why, on }: Entry & { kind: 'handback' }): readonly DestinationId[] {
  const asked = before.phase === 'waiting' || (before.phase === 'agent' && before.asked)
  const bot = why !== 'bot' && asked ? [before.bot] : []
  return [...bot, ...channelOf(before).filter(channel => channel !== on)]
}

/** What a platform said it waits to see acknowledged; what a channel's visitor is to see must be sent there. */
function routeMessage(before: State, entry: Entry & { kind: 'message' }): readonly DestinationId[] {
  if (entry.by === 'visitor') return botOf(before)
  return 'via' in entry ? [entry.via, ...channelOf(before)] : channelOf(before)
}

/** The bot hears its visitor while the conversation is its own, or with an agent of its platform. */
export function botOf(state: State): readonly DestinationId[] {
  if (state.phase === 'bot') return [state.bot]
  return state.phase === 'agent' && state.on === state.bot ? [state.bot] : []
}

/** Where what is said to the visitor must be sent. */
export function channelOf(state: State): readonly DestinationId[] {
  return state.phase === 'new' || state.channel === undefined ? [] : [state.channel]
}
