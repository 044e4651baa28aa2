import { Component, createRef } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { type Offer, offers } from '../../state/menu.ts'

/** What else can be done, below its button. It closes by Escape, by a press elsewhere and with its use. */
export class Menu extends Component<{ chat: Chat }> {
  readonly list = createRef<HTMLUListElement>()
  readonly ears = new AbortController()

  override componentDidMount() {
    const { signal } = this.ears
    const place = this.list.current?.parentElement
    this.buttons()[0]?.focus()
    // The whole place: the focus may have gone back to the button.
    place?.addEventListener('keydown', this.press, { signal })
    document.addEventListener('pointerdown', this.away, { signal, capture: true })
  }

  override componentWillUnmount() {
    this.ears.abort()
  }

  buttons = () => [...(this.list.current?.querySelectorAll('button') ?? [])]

  shut() {
    const { sheet } = this.props.chat
    if (sheet.value?.is === 'menu') sheet.value = undefined
  }

  away = (event: Event) => {
    const place = this.list.current?.parentElement
    if (place && !event.composedPath().includes(place)) this.shut()
  }

  press = (event: KeyboardEvent) => {
    const buttons = this.buttons()
    const root = this.list.current?.getRootNode()
    const active = root instanceof ShadowRoot ? root.activeElement : null
    const at = buttons.findIndex(button => button === active)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.list.current?.parentElement?.querySelector('button')?.focus()
      this.shut()
    } else if (to !== undefined) {
      event.preventDefault()
      buttons.at(to % buttons.length)?.focus()
    }
  }

  render() {
    const { chat } = this.props
    const said = chat.rows.value.length > 0
    return (
      <ul class="menu" ref={this.list} aria-label={chat.words.more}>
        {offers(chat.can.value, chat.phase.value.is, said).map(offer => (
          <li key={offer}>
            <button type="button" onClick={() => choose(chat, offer)}>
              {chat.words.menu[offer]}
            </button>
          </li>
        ))}
      </ul>
    )
  }
}

function choose(chat: Chat, offer: Offer): void {
  const { sheet } = chat
  switch (offer) {
    case 'back':
      sheet.value = undefined
      return chat.back()
    case 'past':
    case 'transcript':
      sheet.value = { is: offer }
      return undefined
    case 'startOver':
    case 'end':
    case 'erase':
      sheet.value = { is: 'ask', what: offer }
      return undefined
    default:
      return offer satisfies never
  }
}
