import type { ConversationId, Seq } from '#shared/ids.ts'
import type { Phase } from '#shared/wire/hello.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Known, State } from '../../conversation/state.ts'
import type { Store } from '../../conversation/store.ts'

const pageSize = 200

/** How a conversation stood after the entry at `after`, for who does not see what came before. */
export async function phaseAt(
  store: Pick<Store, 'read' | 'readBefore'>,
  conversation: ConversationId,
  { state, head }: Known,
  after: Seq
): Promise<Phase> {
  const since = await store.read(conversation, after, head - after)
  // Nothing has turned since: it stands as it stood, and nothing more need be read.
  if (!since.some(turned)) return phaseOf(state)
  for (let before = after + 1; before > 1; ) {
    const page = await store.readBefore(conversation, before, pageSize)
    const turn = page.map(turned).findLast(phase => phase !== undefined)
    if (turn) return turn
    before = page[0]?.seq ?? 1
  }
  return { is: 'bot' }
}

/** What the entry makes of the conversation, if anything. */
function turned(entry: Entry): Phase | undefined {
  switch (entry.kind) {
    case 'opened':
    case 'handback':
      return { is: 'bot' }
    case 'handover':
      return { is: 'waiting' }
    case 'taken':
      return { is: 'agent', name: entry.name }
    case 'closed':
      return { is: 'closed' }
    default:
      return undefined
  }
}

function phaseOf(state: State): Phase {
  switch (state.phase) {
    case 'agent':
      return { is: 'agent', name: state.name }
    case 'new':
      return { is: 'bot' }
    default:
      return { is: state.phase }
  }
}
