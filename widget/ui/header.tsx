import type { Chat } from '../state/chat.ts'
import { Icon } from './icon.tsx'

export function Header({ chat: { title, words, phase, close } }: { chat: Chat }) {
  const { value } = phase
  const name = value.is === 'agent' ? value.name : undefined
  const who = { bot: words.bot, waiting: words.looking, agent: name, closed: undefined }[value.is]
  return (
    <div class="header">
      <span class="face" aria-hidden="true">
        {initial(name ?? title.value)}
      </span>
      <div class="names" dir="auto">
        <h2 id="fb-title" class="title">
          {title.value}
        </h2>
        {who && <p class="who">{who}</p>}
      </div>
      <button type="button" class="round shut" aria-label={words.close} onClick={close}>
        <Icon name="down" />
      </button>
    </div>
  )
}

const initial = (name: string) => String.fromCodePoint(name.codePointAt(0) ?? 0x20)
