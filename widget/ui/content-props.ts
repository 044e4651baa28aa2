import type { Content, ContentKind } from '#shared/content.ts'
import type { Chat } from '../state/chat.ts'

type ContentOf<Kind extends ContentKind> = { [K in Kind]: Extract<Content, { kind: K }> }[Kind]

interface Props<Shown> {
  chat: Chat
  content: Shown
  /** Of the message that shows it. */
  seq: number
}

export type ContentProps<Kind extends ContentKind> = Props<ContentOf<Kind>>
