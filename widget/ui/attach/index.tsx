import { attachingIn } from '../../state/attaching.ts'
import type { Chat } from '../../state/chat.ts'
import { attached } from '../styles/attached.ts'
import { addSheet } from '../styles/sheets.ts'
import { Attach } from './attach.tsx'

addSheet(attached)

/** How the composer is with files: what stands before its field, and what it does in place of saying its words alone. */
export function withFiles(chat: Chat) {
  const { ready, send } = attachingIn(chat)
  return { ready, send, before: <Attach chat={chat} /> }
}
