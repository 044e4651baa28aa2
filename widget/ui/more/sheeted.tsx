import { Component, type ComponentChildren, createRef } from 'preact'
import type { Chat } from '../../state/chat.ts'

interface Props {
  chat: Chat
  /** Its name. */
  title: string
  /** `dialog` covers the conversation, `alertdialog` asks something of the visitor in front of it. */
  role: 'dialog' | 'alertdialog'
  /** Where Escape leads; absent: nowhere. */
  onEscape?: () => void
  children: ComponentChildren
}

/** Something over the conversation: it takes the focus, and gives it back to the menu's button. */
export class Sheeted extends Component<Props> {
  readonly place = createRef<HTMLDivElement>()
  readonly of = this.props.chat.link.value.view.conversation

  override componentDidMount() {
    const place = this.place.current
    ;(place?.querySelector<HTMLElement>('[data-first]') ?? place)?.focus()
  }

  /** Another conversation, perhaps another visitor's: what lay over the one before goes with it. */
  override componentDidUpdate() {
    const { link, sheet } = this.props.chat
    if (link.value.view.conversation !== this.of) sheet.value = undefined
  }

  override componentWillUnmount() {
    const root = this.place.current?.getRootNode()
    if (!(root instanceof ShadowRoot)) return
    if (this.place.current?.contains(root.activeElement))
      root.querySelector<HTMLElement>('.menu-button')?.focus()
  }

  press = (event: KeyboardEvent) => {
    const { onEscape } = this.props
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    onEscape?.()
  }

  render() {
    const { title, role, children } = this.props
    return (
      <div
        class={`over ${role}`}
        ref={this.place}
        role={role}
        aria-label={title}
        tabIndex={-1}
        onKeyDown={this.press}
      >
        {children}
      </div>
    )
  }
}
