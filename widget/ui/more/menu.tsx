import { Component, createRef } from 'preact'
import type { Chat } from '../../state/chat.ts'
import { type Offer, offers } from '../../state/menu.ts'

/** What else can be done, below its button. It closes by Escape, by a press or the focus elsewhere, and with its use. */
export class Menu extends Component<{ chat: Chat }> {
  readonly list = createRef<HTMLUListElement>()
  readonly ears = new AbortController()

  override componentDidMount() {
    const { signal } = this.ears
    const place = this.list.current?.parentElement
    this.buttons()[0]?.focus()
    // The whole place: the focus may have gone back to the button.
    place?.addEventListener('keydown', this.press, { signal })
    place?.addEventListener('focusout', this.leave, { signal })
    document.addEventListener('pointerdown', this.away, { signal, capture: true })
  }

  /** An offer that comes later pushes nobody out of sight. */
  override componentDidUpdate() {
    this.list.current?.querySelector(':focus')?.scrollIntoView({ block: 'nearest' })
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

  /** To something else: a window that loses the focus keeps its menu. */
  leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget instanceof Node && currentTarget instanceof Node
    if (isElsewhere && !currentTarget.contains(relatedTarget)) this.shut()
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
    const outside = chat.outside.value
    return (
      <ul class="menu" ref={this.list} aria-label={chat.words.more}>
        {offers(chat.can.value, chat.phase.value.is, said, outside?.can).map(offer => (
          <li key={offer} class={groups[offer]}>
            <button
              type="button"
              aria-pressed={isSwitch(offer) ? !!outside?.choice.value[offer] : undefined}
              onClick={() => choose(chat, offer)}
            >
              {chat.words.menu[offer]}
              {isSwitch(offer) && <span class="switch" />}
            </button>
          </li>
        ))}
      </ul>
    )
  }
}

/** What stands together, between lines. */
const groups: Partial<Record<Offer, string>> = {
  window: 'beyond',
  sound: 'beyond',
  notify: 'beyond',
  erase: 'for-good'
}

/** What stays in the menu when it is pressed, and says how it stands. */
const isSwitch = (offer: Offer) => offer === 'sound' || offer === 'notify'

function choose(chat: Chat, offer: Offer): void {
  const { sheet } = chat
  const outside = chat.outside.peek()
  switch (offer) {
    case 'back':
      sheet.value = undefined
      return chat.queue({ type: 'ask', what: 'back' })
    case 'window':
      sheet.value = outside?.popOut() ? undefined : { is: 'told', what: 'noWindow' }
      return undefined
    case 'sound':
      return outside?.toggleSound()
    case 'notify':
      return void outside?.toggleNotify().then(given => {
        if (!given) sheet.value = { is: 'told', what: 'noNotify' }
      })
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
