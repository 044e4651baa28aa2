import { effect } from '@preact/signals-core'
import { Component } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { Sheeted } from './sheeted.tsx'

type What = 'startOver' | 'end' | 'erase'

/** Are you sure? What cannot be taken back is said before it is done. */
export function Ask({ chat, what }: { chat: Chat; what: What }) {
  const { words, sheet, draft } = chat
  const { title, text, yes } = words.ask[what]
  const shut = () => {
    sheet.value = undefined
  }
  function agree(): void {
    // First: what waits for the end of it must find it begun.
    if (what === 'erase') chat.wants({ on: 'erase' })
    else if (chat.phase.value.is !== 'closed') chat.queue({ type: 'ask', what: 'close' })
    if (what === 'startOver') chat.fresh()
    if (what === 'erase') draft.value = ''
    sheet.value = what === 'erase' ? { is: 'erasing' } : undefined
  }
  return (
    <Sheeted chat={chat} role="alertdialog" title={title} onEscape={shut}>
      <div class="question">
        <p class="name">{title}</p>
        <p>{text}</p>
        <div class="choices">
          <button type="button" class="tap" data-first onClick={shut}>
            {words.ask.no}
          </button>
          <button type="button" class={`wide ${what === 'erase' ? 'grave' : ''}`} onClick={agree}>
            {yes}
          </button>
        </div>
      </div>
    </Sheeted>
  )
}

/** Until the relay says that it is done: nothing else can be done meanwhile. */
export class Erasing extends Component<{ chat: Chat }> {
  #stop: (() => void) | undefined

  override componentDidMount() {
    const { link, sheet } = this.props.chat
    this.#stop = effect(() => {
      if (!link.value.erasing) sheet.value = undefined
    })
  }

  override componentWillUnmount() {
    this.#stop?.()
  }

  render() {
    const { chat } = this.props
    return (
      <Sheeted chat={chat} role="alertdialog" title={chat.words.ask.erasing}>
        <div class="question">
          <p role="status">{chat.words.ask.erasing}</p>
        </div>
      </Sheeted>
    )
  }
}
