import type { Chat } from '../../state/chat.ts'
import { asked, type Question, questionOf } from '../../state/questions.ts'
import { Text } from '../text.tsx'
import { Fields } from './fields.tsx'

/** What the site asks just now, in place of a message. */
export const questionIn = ({ site, link }: Chat): Question | undefined =>
  questionOf(site.value, link.value.view, link.value.unsent)

/** What the site asks before the first message, or in place of a person who is not there. The answers are said as one text. */
export function AskFirst({ chat, question }: { chat: Chat; question: Question }) {
  return (
    <div class="composer asking">
      {question.text && <Text text={question.text} />}
      <Fields
        chat={chat}
        fields={question.fields}
        at={asked[question.is]}
        onAnswer={text => chat.say(text)}
      />
    </div>
  )
}
