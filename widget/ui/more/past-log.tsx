import { signal } from '@preact/signals-core'
import { Component } from 'preact'
import type { ConversationId } from '#shared/ids.ts'
import type { Chat } from '../../state/chat.ts'
import { noteText } from '../../state/note.ts'
import { type Line, type Row, rowsOf } from '../../state/rows.ts'
import { whenText } from '../../state/when.ts'
import { ContentView } from '../content.tsx'
import { Bar } from './bar.tsx'
import { Sheeted } from './sheeted.tsx'

interface Props {
  chat: Chat
  id: ConversationId
}

/** An earlier conversation, to be read and no more. */
export class PastLog extends Component<Props> {
  override componentDidMount() {
    this.read()
  }

  read = () => this.props.chat.wants({ on: 'readPast', id: this.props.id })

  render() {
    const { chat, id } = this.props
    const { words, sheet } = chat
    const reading = chat.link.value.reading
    const there = reading?.id === id ? reading : undefined
    const back = () => {
      sheet.value = { is: 'past' }
    }
    const began = there?.lines[0]
    const title = began ? whenText(began.at, words.locale) : words.menu.past
    return (
      <Sheeted chat={chat} role="dialog" title={title} onEscape={back}>
        <Bar chat={chat} title={title} onBack={back} />
        <div class="log" tabIndex={0} role="group" aria-label={words.log}>
          {there && there.from > 1 && (
            <button type="button" class="earlier" aria-disabled={there.loading} onClick={this.read}>
              {words.earlier}
            </button>
          )}
          <ol>{there && rowsOf(there.lines, []).map(row => this.row(row, readOnly(chat, there.lines)))}</ol>
          {!there?.lines.length && (
            <p class="empty" role="status">
              {words.past.loading}
            </p>
          )}
        </div>
      </Sheeted>
    )
  }

  row(row: Row, chat: Chat) {
    const { words } = chat
    if (row.is === 'note') {
      return (
        <li key={row.key} class="row note-row">
          <p class="note" dir="auto">
            {noteText(row.note, words)}
          </p>
        </li>
      )
    }
    const by =
      row.is === 'theirs'
        ? (row.message.name ?? words[row.message.by === 'agent' ? 'agent' : 'bot'])
        : words.you
    return (
      <li key={row.key} class={`row first ${row.is === 'theirs' ? 'theirs' : 'mine'}`}>
        <p class="mark" dir="auto">
          {by}
        </p>
        <ContentView
          chat={chat}
          content={row.content}
          seq={row.is === 'theirs' ? row.message.seq : 0}
          name={row.key}
        />
      </li>
    )
  }
}

/** The same chat, as far as its contents know: over, so that nothing in it can be pressed. */
function readOnly(chat: Chat, lines: readonly Line[]): Chat {
  const now = chat.link.peek()
  const link = signal({ ...now, view: { ...now.view, lines }, unsent: [] })
  return { ...chat, phase: signal({ is: 'closed' }), link }
}
