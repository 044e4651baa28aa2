import { useChat } from './context.ts'
import { useValue } from './use-value.ts'

/** Somebody is writing. */
export function Typing() {
  const chat = useChat()
  const { words } = chat
  const phase = useValue(chat.phase)
  const { bot, agent } = useValue(chat.link).typing
  const name = phase.is === 'agent' ? phase.name : words.agent
  const who = bot ? words.bot : name
  return (
    <div role="status" class="typing">
      {(bot || agent) && (
        <>
          <span class="hidden">{words.typing(who)}</span>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </>
      )}
    </div>
  )
}
