import { Component, createRef } from 'preact'
import { placeText } from '../../state/place.ts'
import { cardByKey, type Strip, stripOf } from '../../state/strip.ts'
import type { ContentProps } from '../content-props.ts'
import { Drawing } from '../icon.tsx'
import { cardsOf } from './cards.tsx'

/** Kept free beside the first card, px; `scroll-padding` in the sheet. */
const edge = 16

/** Cards side by side: by finger, wheel, arrow keys and two buttons; and told which one it is. */
export class Carousel extends Component<ContentProps<'carousel'>, Strip> {
  override state: Strip = { at: 0, back: undefined, on: 1 }
  readonly strip = createRef<HTMLUListElement>()

  override componentDidMount() {
    this.look()
  }

  /** Whatever has moved the strip, this is where it stands. */
  look = () => {
    const strip = this.strip.current
    // A hidden panel has no width.
    if (!strip?.clientWidth) return
    const now = stripOf(strip.scrollLeft, strip.clientWidth - 2 * edge, [...strip.children].map(widthOf))
    const { at, back, on } = this.state
    if (now.at !== at || now.back !== back || now.on !== on) this.setState(now)
  }

  go(to: number | undefined) {
    const strip = this.strip.current
    const card = to !== undefined && strip?.children[to]
    if (!strip || !card) return
    const [there, here] = [card.getBoundingClientRect(), strip.getBoundingClientRect()]
    strip.scrollBy({
      left: isBackwards(strip) ? there.right - here.right + edge : there.left - here.left - edge
    })
  }

  press = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const { length: count } = this.props.content.cards
    const to = cardByKey(event.key, this.state, { count, backwards: isBackwards(event.currentTarget) })
    if (to === undefined) return
    event.preventDefault()
    this.go(to)
  }

  render() {
    const { chat, content, seq } = this.props
    const { words } = chat
    const { at, back, on } = this.state
    return (
      <div class="cards">
        {/* What scrolls must be reachable by keyboard. */}
        <ul
          class="carousel"
          ref={this.strip}
          tabIndex={0}
          aria-label={words.cards}
          onScroll={this.look}
          onKeyDown={this.press}
        >
          {cardsOf(chat, content, seq)}
        </ul>
        {(back !== undefined || on !== undefined) && (
          <div class="turns">
            {this.turn('back', words.rich.previous, back)}
            <p aria-live="polite">{placeText(at + 1, content.cards.length, words.locale)}</p>
            {this.turn('on', words.rich.next, on)}
          </div>
        )}
      </div>
    )
  }

  /** At an end it keeps the focus, and does nothing. */
  turn(icon: 'back' | 'on', label: string, to: number | undefined) {
    return (
      <button
        type="button"
        class="round"
        aria-label={label}
        aria-disabled={to === undefined}
        onClick={() => this.go(to)}
      >
        <Drawing name={icon} path={paths[icon]} />
      </button>
    )
  }
}

const paths = { back: 'M15 6l-6 6 6 6', on: 'M9 6l6 6-6 6' }

const isBackwards = (strip: Element) => getComputedStyle(strip).direction === 'rtl'
const widthOf = (card: Element) => card.getBoundingClientRect().width
