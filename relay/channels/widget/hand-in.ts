import type { ConversationId } from '#shared/ids.ts'
import type { Can } from '#shared/wire/hello.ts'
import type { Accept, Outcome } from '../../conversation/accept.ts'
import type { Entry } from '../../conversation/entry.ts'
import type { Store } from '../../conversation/store.ts'
import { fileSaid, type WidgetFiles } from './files.ts'
import { allowed, type Passed, toInput } from './receive.ts'

interface HandInParts {
  accept: Accept
  files: WidgetFiles
  store: Pick<Store, 'saidElsewhere'>
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
  if (frame.type === 'say') {
    const elsewhere = await store.saidElsewhere(visitor, conversation, frame.id)
    // Its answer was lost, and another device has begun anew since: it stands before all that is here.
    if (elsewhere.some(entry => says(entry, frame.text))) return { kind: 'repeated', conversation, seq: 0 }
  }
  return accept(conversation, input)
}

const says = (entry: Entry, text: string): boolean =>
  entry.kind === 'message' && entry.content.kind === 'text' && entry.content.text === text
