import type { Action } from '#shared/content.ts'
import { safeUrl } from '../state/links.ts'
import { useChat } from './context.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { useValue } from './use-value.ts'

/** An action and its place in `actionsOf` its content. */
export interface Placed {
  action: Action
  place: number
}

export function Actions({ seq, actions }: { seq: number; actions: readonly Placed[] }) {
  if (!actions.length) return null
  return (
    <div class="actions">
      {actions.map(({ action, place }) => (
        <Tap key={place} seq={seq} action={action} place={place} />
      ))}
    </div>
  )
}

function Tap({ seq, action, place }: Placed & { seq: number }) {
  const { phase, press } = useChat()
  const { is } = useValue(phase)
  const { label } = action
  const url = action.kind === 'link' && safeUrl(action.url)
  if (url) {
    return (
      <Link url={url} class="tap">
        {label} <Icon name="out" />
      </Link>
    )
  }
  const works = (action.kind === 'postback' || action.kind === 'reply') && is === 'bot'
  return (
    <button type="button" class="tap" dir="auto" disabled={!works} onClick={() => press(seq, place, label)}>
      {label}
    </button>
  )
}
