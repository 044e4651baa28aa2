import { useChat } from './context.ts'
import { Icon } from './icon.tsx'
import { useValue } from './use-value.ts'

export function Header() {
  const chat = useChat()
  const { title, words, close } = chat
  const phase = useValue(chat.phase)
  const { view } = useValue(chat.link)
  const name = phase.is === 'agent' ? phase.name : undefined
  const who = { bot: words.bot, waiting: words.looking, agent: name, closed: undefined }[phase.is]
  return (
    <header class="header">
      <span class="face" aria-hidden="true">
        {name ? initial(name) : <Icon name="talk" />}
      </span>
      <div class="names">
        <h2 id="fb-title" class="title" dir="auto">
          {title ?? view.site?.title ?? words.title}
        </h2>
        {who && (
          <p class="who" dir="auto">
            {who}
          </p>
        )}
      </div>
      <button type="button" class="round shut" aria-label={words.close} onClick={close}>
        <Icon name="down" />
      </button>
    </header>
  )
}

const initial = (name: string) => String.fromCodePoint(name.codePointAt(0) ?? 0)
