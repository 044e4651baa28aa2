import type { Chat } from '../state/chat.ts'

/** Somebody is writing. */
export function Typing({ chat: { typing, phase, words } }: { chat: Chat }) {
  const { bot, agent } = typing.value
  const name = phase.value.is === 'agent' ? phase.value.name : words.agent
  return (
    <div role="status">
      {(bot || agent) && (
        <p class="dots">
          <span class="hidden">{words.typing(bot ? words.bot : name)}</span>
          <i />
          <i />
          <i />
        </p>
      )}
    </div>
  )
}
