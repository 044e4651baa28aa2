import type { Message } from '../state/rows.ts'
import { Actions } from './actions.tsx'
import { ContentView } from './content/index.tsx'
import { useChat } from './context.ts'
import { Hidden } from './hidden.tsx'
import { Replies } from './replies.tsx'

interface Props {
  message: Message
  first: boolean
  newest: boolean
}

/** A message of a bot or an agent. */
export function Said({ message, first, newest }: Props) {
  const { words } = useChat()
  const { by, name, content, seq } = message
  const onCards = 'cards' in content ? content.cards.flatMap(card => card.actions).length : 0
  const own = (content.actions ?? []).map((action, index) => ({ action, place: onCards + index }))
  return (
    <>
      {first && (
        <>
          <Hidden text={words.by(name ?? (by === 'bot' ? words.bot : words.agent))} />
          {by === 'agent' && (
            <p class="by" dir="auto" aria-hidden="true">
              {name ?? words.agent}
            </p>
          )}
        </>
      )}
      <ContentView content={content} seq={seq} />
      <Actions seq={seq} actions={own.filter(({ action }) => action.kind !== 'reply')} />
      {newest && <Replies seq={seq} actions={own.filter(({ action }) => action.kind === 'reply')} />}
    </>
  )
}
