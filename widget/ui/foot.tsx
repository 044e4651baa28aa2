import type { Chat } from '../state/chat.ts'
import { Composer } from './composer.tsx'
import { rich } from './content.tsx'

/** Where the visitor answers: in their own words, in a form of the site's, or how it was once it is over. */
export function Foot({ chat }: { chat: Chat }) {
  if (chat.phase.value.is === 'closed') return <Closed chat={chat} />
  const { preChat, offline, hours } = chat.site.value ?? {}
  const part = preChat || (offline && hours?.open === false) ? rich.now() : undefined
  const question = part?.questionIn(chat)
  if (!part || !question) return <Composer chat={chat} />
  return <part.AskFirst key={question.is} chat={chat} question={question} />
}

function Closed({ chat }: { chat: Chat }) {
  const { can, words, fresh } = chat
  const part = can.value.rate ? rich.now() : undefined
  return (
    <div class="composer">
      {part && <part.AfterChat chat={chat} />}
      <button type="button" class="wide" onClick={fresh}>
        {words.fresh}
      </button>
    </div>
  )
}
