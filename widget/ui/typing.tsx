import type { Chat } from '../state/chat.ts'

/** Somebody is writing. A person is named; that the bot is, is read out only. */
export function Typing({ chat: { typing, phase, words, site } }: { chat: Chat }) {
  const { bot, agent } = typing.value
  const name = phase.value.is === 'agent' ? phase.value.name : words.agent
  return (
    <div role="status">
      {(bot || agent) && (
        <p class="writes">
          <span class={bot ? 'hidden' : 'mark'}>
            {words.typing(bot ? (site.value?.botName ?? words.bot) : name)}
          </span>
          <span class="dots">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </div>
  )
}
