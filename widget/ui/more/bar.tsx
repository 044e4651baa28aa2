import type { Chat } from '../../state/chat.ts'
import { Drawing } from '../icon.tsx'

/** The head of what lies over the conversation, with the way back. */
export function Bar({ chat, title, onBack }: { chat: Chat; title: string; onBack(): void }) {
  return (
    <div class="bar">
      <button type="button" class="round" data-first aria-label={chat.words.past.back} onClick={onBack}>
        <Drawing name="back" path="M15 6l-6 6 6 6" />
      </button>
      <h3 class="title">{title}</h3>
    </div>
  )
}
