import { effect } from '@preact/signals-core'
import { Component } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { transcriptOf } from '../../state/transcript.ts'
import { Sheeted } from './sheeted.tsx'

/** Fetches whatever of the conversation is not here yet, and hands it over as a file. */
export class Collecting extends Component<{ chat: Chat }> {
  #stop: (() => void) | undefined

  override componentDidMount() {
    const { chat } = this.props
    this.#stop = effect(() => {
      const { view, older } = chat.link.value
      if (view.from <= 1) this.hand(transcriptOf(view.lines, chat.title.peek(), chat.words))
      else if (!older) queueMicrotask(() => chat.wants({ on: 'older' }))
    })
  }

  override componentWillUnmount() {
    this.#stop?.()
  }

  hand(text: string) {
    const { sheet } = this.props.chat
    save(text, `chat-${day.format(this.props.chat.link.peek().view.lines.at(-1)?.at ?? 0)}.txt`)
    queueMicrotask(() => {
      if (sheet.value?.is === 'transcript') sheet.value = undefined
    })
  }

  render() {
    const { chat } = this.props
    const shut = () => {
      chat.sheet.value = undefined
    }
    return (
      <Sheeted chat={chat} role="alertdialog" title={chat.words.menu.transcript} onEscape={shut}>
        <div class="question">
          <p role="status">{chat.words.past.loading}</p>
          <button type="button" class="tap" data-first onClick={shut}>
            {chat.words.ask.no}
          </button>
        </div>
      </Sheeted>
    )
  }
}

/** Of the newest line, in the order that sorts. */
const day = new Intl.DateTimeFormat('sv')

/** The file before this one, which the browser has long taken. */
let handed = ''

function save(text: string, name: string): void {
  URL.revokeObjectURL(handed)
  // The mark at its start tells old editors that this is UTF-8.
  handed = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = handed
  link.download = name
  link.click()
}
