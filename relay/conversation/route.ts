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
      return entry.why === 'bot' || before.phase === 'new' ? [] : [before.bot]
    case 'handover':
    case 'taken':
    case 'closed':
      return []
    default:
      return entry satisfies never
  }
}

function routeMessage(before: State, entry: Entry & { kind: 'message' }): readonly DestinationId[] {
  switch (entry.by) {
    case 'visitor':
      return botOf(before)
    case 'agent':
      return []
    /** The sender waits for the acknowledgement. */
    case 'bot':
      return [entry.via]
    default:
      return entry satisfies never
  }
}

/** The bot hears its visitor only while the conversation is its own. */
export function botOf(state: State): readonly DestinationId[] {
  return state.phase === 'bot' ? [state.bot] : []
}
