import type { Entry } from '../conversation/entry.ts'

/** Every topic there is, by the names that Ebbot gave them; `chat.erase` is ours. */
export const topics = [
  'chat.create',
  'chat.update',
  'chat.data.update',
  'chat.user.update',
  'chat.user.message',
  'chat.bot.message',
  'chat.agent.message',
  'chat.system.message',
  'chat.message',
  'chat.scenario.run',
  'chat.status.change',
  'chat.close',
  'chat.erase'
] as const
export type Topic = (typeof topics)[number]

/** Who says a message, in the topics' words. */
export const senders = { visitor: 'user', bot: 'bot', agent: 'agent', system: 'system' } as const

/** What an entry is told as, in the order it is told. Every entry but a note is told as something; `previous` says what was told before. */
export function topicsOf(entry: Entry): readonly Topic[] {
  switch (entry.kind) {
    case 'opened':
      return ['chat.create', 'chat.data.update', 'chat.user.update']
    case 'message':
      if (entry.by === 'visitor') return ['chat.user.message', 'chat.message', 'chat.data.update']
      return [`chat.${senders[entry.by]}.message`, 'chat.message']
    case 'postback':
      return ['chat.user.message', 'chat.message', 'chat.data.update', 'chat.scenario.run']
    case 'handover':
    case 'taken':
    case 'handback':
      return ['chat.update', 'chat.status.change']
    case 'page':
      return ['chat.user.update', 'chat.data.update']
    case 'named':
      return ['chat.user.update']
    // What agents tell each other is for nobody else: not even that they did.
    case 'note':
      return []
    // Not a message of anybody, and no change of status: the fate of something said before.
    case 'undelivered':
    case 'rated':
      return ['chat.update']
    case 'erased':
      return ['chat.erase']
    case 'closed':
      return ['chat.update', 'chat.status.change', 'chat.close']
    default:
      return entry satisfies never
  }
}
