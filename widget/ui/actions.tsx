import type { Chat } from '../state/chat.ts'
import { safeUrl } from '../state/links.ts'
import type { Placed } from '../state/placed.ts'
import { Link } from './link.tsx'

interface Props {
  chat: Chat
  seq: number
  actions: readonly Placed[]
}

export function Actions({ chat, seq, actions }: Props) {
  if (!actions.length) return null
  return (
    <div class="actions">
      {actions.map(tap => (
        <Tap key={tap.place} chat={chat} seq={seq} {...tap} />
      ))}
    </div>
  )
}

function Tap({ chat: { phase, press }, seq, action, place }: Placed & { chat: Chat; seq: number }) {
  const { kind, label } = action
  const url = kind === 'link' && safeUrl(action.url)
  if (url) {
    return (
      <Link url={url} class="tap">
        {label}
      </Link>
    )
  }
  const works = (kind === 'postback' || kind === 'reply') && phase.value.is === 'bot'
  return (
    <button type="button" class="tap" dir="auto" disabled={!works} onClick={() => press(seq, place, label)}>
      {label}
    </button>
  )
}
