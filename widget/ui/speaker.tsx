import type { Chat } from '../state/chat.ts'
import type { Message } from '../state/rows.ts'
import { Face } from './face.tsx'

/** Who says what follows: a person by name and face, the bot only for who does not see the rest. */
export function Speaker({ chat: { words, site }, message }: { chat: Chat; message: Message }) {
  const { by, name, picture } = message
  if (by === 'bot') return <p class="hidden">{name ?? site.value?.botName ?? words.bot}</p>
  const known = name ?? words.agent
  return (
    <p class="mark speaker" dir="auto">
      <Face name={known} picture={picture} hosts={site.value?.imageHosts} />
      {known}
    </p>
  )
}
