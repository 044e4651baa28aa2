import type { Chat } from '../state/chat.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { Log } from './log.tsx'
import { Typing } from './typing.tsx'

/** The whole panel, as a function of what its signals say. */
export function Panel({ chat }: { chat: Chat }) {
  const { words, open, phase, banner, fresh } = chat
  return (
    <div
      class="panel"
      role="dialog"
      aria-labelledby="fb-title"
      lang={words.locale}
      dir={words.direction}
      hidden={!open.value}
    >
      <Header chat={chat} />
      <div role="status" class="banner">
        {banner.value && <p>{banner.value}</p>}
      </div>
      <Log chat={chat} />
      <Typing chat={chat} />
      {phase.value.is === 'closed' ? (
        <div class="composer">
          <button type="button" class="wide" onClick={fresh}>
            {words.fresh}
          </button>
        </div>
      ) : (
        <Composer chat={chat} />
      )}
    </div>
  )
}
