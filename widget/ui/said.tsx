import type { Chat } from '../state/chat.ts'
import { placed } from '../state/placed.ts'
import type { Message } from '../state/rows.ts'
import { Actions } from './actions.tsx'
import { ContentView } from './content.tsx'
import { Speaker } from './speaker.tsx'

interface Props {
  chat: Chat
  message: Message
  first: boolean
  newest: boolean
}

/** A message of a bot or an agent. */
export function Said({ chat, message, first, newest }: Props) {
  const { words, phase } = chat
  const { content, seq } = message
  // The actions of a rating are its steps.
  const own = content.kind === 'rating' ? [] : (placed(content).at(-1) ?? [])
  const replies =
    newest && phase.value.is === 'bot' ? own.filter(({ action }) => action.kind === 'reply') : []
  return (
    <>
      {first && <Speaker chat={chat} message={message} />}
      <ContentView chat={chat} content={content} seq={seq} />
      <Actions chat={chat} seq={seq} actions={own.filter(({ action }) => action.kind !== 'reply')} />
      {replies.length > 0 && (
        <div class="replies" role="group" aria-label={words.replies}>
          <Actions chat={chat} seq={seq} actions={replies} />
        </div>
      )}
    </>
  )
}
