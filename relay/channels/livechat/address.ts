import { id } from './contract.ts'

/** One thread of a chat: a conversation of ours. The chat lasts for ever, its threads come one after the other. */
export interface Place {
  chat: string
  thread: string
}

export const addressOf = ({ chat, thread }: Place): string => `${chat}/${thread}`

export function placeOf(address: string | undefined): Place | undefined {
  const [chat, thread, ...more] = address?.split('/') ?? []
  const known = id.safeParse(chat).success && id.safeParse(thread).success && more.length === 0
  return known && chat !== undefined && thread !== undefined ? { chat, thread } : undefined
}
