import type { Connection } from './connection/index.ts'
import type { ChatState, Verbs } from './state/chat.ts'

/** What the visitor does is followed to the end of the log. */
export function verbs(
  connection: Omit<Connection, 'say'> & Pick<Verbs, 'say'>,
  state: ChatState
): Omit<Verbs, 'close' | 'renew'> {
  const { atEnd } = state
  return {
    ...connection,
    say(text, of) {
      atEnd.value = true
      connection.say(text, of)
    },
    press(seq, action, label) {
      atEnd.value = true
      connection.press(seq, action, label)
    }
  }
}
