import type { Chat } from '../state/chat.ts'
import { whoOf } from '../state/who.ts'
import { Face } from './face.tsx'
import { Icon } from './icon.tsx'
import { more } from './more.ts'

export function Header({ chat }: { chat: Chat }) {
  const { title, words, phase, site, close } = chat
  const { line, ...face } = whoOf(phase.value, title.value, words, site.value)
  return (
    <div class="header">
      <Face {...face} />
      <div class="names">
        <h2 id="fb-title" class="title" dir="auto">
          {title.value}
        </h2>
        {line && (
          <p class="who" dir="auto">
            {line}
          </p>
        )}
      </div>
      <MenuButton chat={chat} />
      <button type="button" class="round shut" aria-label={words.close} onClick={close}>
        <Icon name="down" />
      </button>
    </div>
  )
}

function MenuButton({ chat }: { chat: Chat }) {
  const { words, sheet } = chat
  const open = sheet.value?.is === 'menu'
  const part = open ? more.now() : undefined
  return (
    <div class="menu-place">
      <button
        type="button"
        class="round menu-button"
        aria-label={words.more}
        aria-expanded={open}
        onPointerEnter={more.hint}
        onFocus={more.hint}
        onClick={() => (sheet.value = open ? undefined : { is: 'menu' })}
      >
        <Icon name="more" />
      </button>
      {part && <part.Menu chat={chat} />}
    </div>
  )
}
