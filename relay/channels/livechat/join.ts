import type { Place } from './address.ts'
import type { Answer } from './answer.ts'
import type { Api } from './api.ts'
import type { Settings } from './settings.ts'

export type Visibility = 'all' | 'agents'

/** Puts the bot into a chat. One who is seen by agents only cannot speak to the visitor. */
export const join = (
  api: Api,
  { chat }: Place,
  visibility: Visibility,
  { botId }: Settings
): Promise<Answer> =>
  api.asBot({
    api: 'agent',
    action: 'add_user_to_chat',
    body: {
      chat_id: chat,
      user_id: botId,
      user_type: 'agent',
      visibility,
      ignore_requester_presence: true
    }
  })

/** The bot is not in the chat. ASSUMED(livechat 8) */
export const isStranger = (answer: Answer): boolean =>
  answer.kind === 'error' && answer.type === 'missing_access'
