import { isAnswered } from '../../state/answered.ts'
import type { ContentProps } from '../content-props.ts'
import { Fields } from './fields.tsx'

/** A form in a message. That it was answered stands in the log, so it outlives a reload. */
export function Form({ chat, content: { fields }, seq }: ContentProps<'form'>) {
  const { words, phase, link, say } = chat
  if (isAnswered(link.value, seq)) return <p class="chip done">{words.answered}</p>
  return (
    <Fields
      chat={chat}
      fields={fields}
      at={seq}
      disabled={phase.value.is !== 'bot'}
      onAnswer={text => say(text, seq)}
    />
  )
}
