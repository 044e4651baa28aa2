import type { Chat } from '../../state/chat.ts'
import { Icon } from '../icon.tsx'

/** The head of what lies over the conversation, with the way back. */
export function Bar({ chat, title, onBack }: { chat: Chat; title: string; onBack(): void }) {
  return (
    <div class="bar">
      <button type="button" class="round" data-first aria-label={chat.words.past.back} onClick={onBack}>
        <Icon name="back" />
      </button>
      <h3 class="title">{title}</h3>
    </div>
  )
}
