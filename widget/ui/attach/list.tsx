import { type AttachedFile, type Standing, whyOf } from '../../state/attached.ts'
import { attachingIn, isAgain } from '../../state/attaching.ts'
import type { Chat } from '../../state/chat.ts'
import { sizeText } from '../../state/size.ts'
import { Drawing } from '../icon.tsx'
import { whyText } from './why.ts'

/** What goes with what is said next, each with how far it is. */
export function List({ chat }: { chat: Chat }) {
  const { files } = attachingIn(chat).attached.value
  if (!files.length) return null
  return (
    <ul class="attached" aria-label={chat.words.files.attached}>
      {files.map(one => (
        <Attached key={one.key} chat={chat} one={one} />
      ))}
    </ul>
  )
}

function Attached({ chat, one }: { chat: Chat; one: AttachedFile }) {
  const { words } = chat
  const { key, file, standing } = one
  const { retry, detach } = attachingIn(chat)
  return (
    <li class={standing.is}>
      <p>
        <b dir="auto">{file.name}</b>{' '}
        <small>
          <bdi>{sizeText(file.size, words.locale)}</bdi>
        </small>
        <State chat={chat} name={file.name} standing={standing} />
      </p>
      {isAgain(one) && (
        <button
          type="button"
          class="round"
          aria-label={`${words.retry}: ${file.name}`}
          title={words.retry}
          onClick={() => retry(key)}
        >
          <Drawing name="again" path="M4 12a8 8 0 1 0 2.3-5.6M4 4v4.5h4.5" />
        </button>
      )}
      <button
        type="button"
        class="round"
        aria-label={`${words.discard}: ${file.name}`}
        title={words.discard}
        onClick={() => detach(key)}
      >
        <Drawing name="cross" path="M6 6l12 12M18 6L6 18" />
      </button>
    </li>
  )
}

function State({ chat, name, standing }: { chat: Chat; name: string; standing: Standing }) {
  const { words, site } = chat
  switch (standing.is) {
    case 'waiting':
    case 'sending':
      return (
        <progress
          value={standing.is === 'sending' ? standing.part : 0}
          aria-label={words.files.begun(name)}
        />
      )
    case 'ready':
      return <Drawing name="there" path="M5 12l5 5 9-10" />
    case 'lost':
    case 'failed':
      return <small class="unfit">{whyText(words, whyOf(standing) ?? 'failed', site.value?.files)}</small>
    default:
      return standing satisfies never
  }
}
