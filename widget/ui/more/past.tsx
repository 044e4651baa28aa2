import { Component } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { whenText } from '../../state/when.ts'
import { Bar } from './bar.tsx'
import { Sheeted } from './sheeted.tsx'

/** The visitor's earlier conversations. */
export class PastList extends Component<{ chat: Chat }> {
  override componentDidMount() {
    this.props.chat.wants({ on: 'past' })
  }

  render() {
    const { chat } = this.props
    const { words, sheet, link } = chat
    const shut = () => {
      sheet.value = undefined
    }
    const { past, view } = link.value
    const earlier = past?.filter(({ id }) => id !== view.conversation)
    return (
      <Sheeted chat={chat} role="dialog" title={words.menu.past} onEscape={shut}>
        <Bar chat={chat} title={words.menu.past} onBack={shut} />
        {earlier?.length ? (
          <ul class="pasts">
            {earlier.map(({ id, lastAt, preview }) => (
              <li key={id}>
                <button type="button" onClick={() => (sheet.value = { is: 'reading', id })}>
                  <b>{whenText(lastAt, words.locale)}</b>
                  <span dir="auto">{preview || words.past.silent}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p class="empty" role="status">
            {earlier ? words.past.none : words.past.loading}
          </p>
        )}
      </Sheeted>
    )
  }
}
