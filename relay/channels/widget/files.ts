import type { Entry as ShownEntry } from '#shared/entry.ts'
import type { ConversationId } from '#shared/ids.ts'
import type { Up } from '#shared/wire/up.ts'
import { type Entry, shown } from '../../conversation/entry.ts'
import type { Attached, Input } from '../../conversation/input.ts'

/** What a visitor's widget needs of files. */
export interface WidgetFiles {
  /** What this visitor uploaded here a short while ago. */
  attached(visitor: string, conversation: ConversationId, id: string): Promise<Attached | undefined>
  /** An entry whose files open for the conversation's own visitor. */
  handTo(conversation: ConversationId, entry: ShownEntry): ShownEntry
}

/** An entry as the visitor of its conversation may see it. */
export const told = (files: WidgetFiles, conversation: ConversationId, entry: Entry): ShownEntry =>
  files.handTo(conversation, shown(entry))

interface Asking {
  visitor: string
  conversation: ConversationId
}

/** Undefined where nobody can say this. */
export async function fileSaid(
  files: WidgetFiles,
  { visitor, conversation }: Asking,
  { id, file: wanted, text = '' }: Up & { type: 'file' }
): Promise<Input | undefined> {
  const file = await files.attached(visitor, conversation, wanted)
  return file && { kind: 'said', by: 'visitor', id, text, file }
}
