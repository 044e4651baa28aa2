import type { ConversationId } from '#shared/ids.ts'

/** What lies over the conversation. */
export type Sheet =
  | { is: 'menu' }
  /** Are you sure? */
  | { is: 'ask'; what: 'startOver' | 'end' | 'erase' }
  | { is: 'erasing' }
  | { is: 'past' }
  | { is: 'reading'; id: ConversationId }
  | { is: 'transcript' }
  /** Something that the browser did not let happen. */
  | { is: 'told'; what: 'noWindow' | 'noNotify' }
