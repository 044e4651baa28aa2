import type { Chat } from '../state/chat.ts'
import { keepPage } from './drop.ts'
import { Foot } from './foot.tsx'
import { Header } from './header.tsx'
import { later } from './later.ts'
import { Log } from './log.tsx'
import { more } from './more.ts'
import { Typing } from './typing.tsx'

/** The whole panel, as a function of what its signals say. */
export function Panel({ chat }: { chat: Chat }) {
  const { words, open, banner, sheet, phase } = chat
  const waiting = phase.value.is === 'waiting' ? later.now() : undefined
  const covered = !!sheet.value && sheet.value.is !== 'menu'
  return (
    <div
      class="panel"
      role="dialog"
      aria-labelledby="fb-title"
      lang={words.locale}
      dir={words.direction}
      hidden={!open.value}
      onDragOver={keepPage}
      onDrop={keepPage}
    >
      <Header chat={chat} />
      <div role="status" class="banner">
        {banner.value && <p>{banner.value}</p>}
      </div>
      <div class="stage">
        <div class="body" inert={covered}>
          {waiting && <waiting.Waiting chat={chat} />}
          <Log chat={chat} />
          <Typing chat={chat} />
          <Foot chat={chat} />
        </div>
        {covered && <Over chat={chat} />}
      </div>
    </div>
  )
}

/** What lies over the conversation. */
function Over({ chat }: { chat: Chat }) {
  const part = more.now()
  return part ? <part.Overlay chat={chat} /> : null
}
