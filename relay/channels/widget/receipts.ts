import type { ConversationId, Seq } from '#shared/ids.ts'
import { botOf } from '../../conversation/route.ts'
import type { State } from '../../conversation/state.ts'
import type { Store } from '../../conversation/store.ts'

/**
 * Up to where what the visitor said has been taken by whom it was for. A bot is owed it until its platform has answered; an
 * agent of ours reads the log itself.
 */
export async function deliveredTo(
  store: Pick<Store, 'owedFrom'>,
  conversation: ConversationId,
  state: State,
  head: Seq
): Promise<Seq> {
  const [bot] = botOf(state)
  const owed = bot === undefined ? undefined : await store.owedFrom(conversation, bot)
  return owed === undefined ? head : owed - 1
}
