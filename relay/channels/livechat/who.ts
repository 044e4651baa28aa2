import type { User } from './contract.ts'
import type { Settings } from './settings.ts'

/** Whose words they are; `nobody`: LiveChat's own notices have no author. */
export type Who = 'us' | 'agent' | 'bot' | 'visitor' | 'nobody'

/** An event names its author by nothing but the id. ASSUMED(livechat 6.2): agents have e-mail addresses, bots 32 hex digits. */
export function whoIs(author: string | undefined, { botId }: Pick<Settings, 'botId'>): Who {
  if (author === undefined || author === '') return 'nobody'
  if (author === botId) return 'us'
  if (author.includes('@')) return 'agent'
  return /^[0-9a-f]{32}$/.test(author) ? 'bot' : 'visitor'
}

/** Somebody of the company whom the visitor can see: an agent with visibility `agents` only looks on. */
export const isAgentAtWork = (
  { id, present, visibility }: User,
  settings: Pick<Settings, 'botId'>
): boolean => whoIs(id, settings) === 'agent' && present !== false && visibility !== 'agents'

/** Our bot is in the chat, be it only to look on. */
export const isOurBot = ({ id, present }: User, { botId }: Pick<Settings, 'botId'>): boolean =>
  id === botId && present !== false

/** Our bot is the one who answers: the visitor sees it, and no agent has the chat. */
export const doesBotAnswer = (users: readonly User[], settings: Pick<Settings, 'botId'>): boolean =>
  users.some(one => isOurBot(one, settings) && one.visibility !== 'agents') &&
  !users.some(one => isAgentAtWork(one, settings))
