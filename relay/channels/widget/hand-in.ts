import type { ConversationId } from '#shared/ids.ts'
import type { Can } from '#shared/wire/hello.ts'
import type { Accept, Outcome } from '../../conversation/accept.ts'
import type { Store } from '../../conversation/store.ts'
import { fileSaid, type WidgetFiles } from './files.ts'
import { allowed, type Passed, toInput } from './receive.ts'

interface HandInParts {
  accept: Accept
  files: WidgetFiles
  store: Pick<Store, 'hasSaidBefore'>
}

interface From {
  visitor: string
  conversation: ConversationId
  can: Can
}

/** Hands in what a frame means, if this visitor may want it here. */
export async function handIn(
  { accept, files, store }: HandInParts,
  { can, ...asking }: From,
  frame: Passed
): Promise<Outcome> {
  const { visitor, conversation } = asking
  const input = frame.type === 'file' ? await fileSaid(files, asking, frame) : toInput(frame)
  if (!input || !allowed(frame, can)) return { kind: 'refused', refusal: 'noAction' }
  // Its answer was lost, and another device has begun anew since: it stands before all that is here.
  if (frame.type === 'say' && (await store.hasSaidBefore(visitor, conversation, frame.id)))
    return { kind: 'repeated', conversation, seq: 0 }
  return accept(conversation, input)
}
