import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { ChatState, Verbs } from '../state/chat.ts'

export type Chat = ChatState & Verbs

export const ChatContext = createContext<Chat | undefined>(undefined)

export function useChat(): Chat {
  const chat = useContext(ChatContext)
  if (!chat) throw new Error('outside of a chat')
  return chat
}
