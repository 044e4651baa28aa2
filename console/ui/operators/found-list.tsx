import { Component, type ComponentChildren, createRef } from 'preact'
import { RowWindow } from '../../state/window.ts'

/** As high as most are, px. */
const guess = 84
/** What is drawn beyond what is seen, px. */
const marginPx = 700

interface FoundListProps<Line> {
  lines: readonly Line[]
  draw(line: Line): ComponentChildren
}

interface Seen {
  top: number
  height: number
}

/** Of thousands of lines those that are near, with room for the others. It is scrolled with the page that it is on. */
export class FoundList<Line extends { id: string }> extends Component<FoundListProps<Line>, Seen> {
  override state: Seen = { top: 0, height: 900 }
  readonly #list = createRef<HTMLOListElement>()
  readonly #window = new RowWindow()
  #lines: readonly Line[] = []
  #page: Element | null | undefined

  override componentDidMount(): void {
    this.#page = this.#list.current?.closest('.page')
    this.#page?.addEventListener('scroll', this.#look, { passive: true })
    window.addEventListener('resize', this.#settle)
    this.#settle()
  }
  override componentDidUpdate(): void {
    this.#settle()
  }
  override componentWillUnmount(): void {
    this.#page?.removeEventListener('scroll', this.#look)
    window.removeEventListener('resize', this.#settle)
  }

  /** What was just drawn is as high as it is; in another width, as high as that makes it. */
  readonly #settle = (): void => {
    const rows = this.#list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
    const measured = Array.from(rows, row => this.#window.measure(row.dataset['row'] ?? '', row.offsetHeight))
    if (measured.includes(true)) this.forceUpdate()
    this.#look()
  }

  /** Drawn anew only where what is drawn no longer covers what is seen. */
  readonly #look = (): void => {
    const [list, page] = [this.#list.current, this.#page]
    if (!list || !page) return
    const top = page.getBoundingClientRect().top - list.getBoundingClientRect().top
    const seen = { top, height: page.clientHeight }
    const needed = this.#window.drawn(seen, marginPx / 2)
    const drawn = this.#window.drawn(this.state, marginPx)
    if (needed.from < drawn.from || needed.to > drawn.to) this.setState(seen)
  }

  override render({ lines, draw }: FoundListProps<Line>) {
    if (lines !== this.#lines) this.#window.adopt(lines.map(({ id }) => ({ key: id, guess })))
    this.#lines = lines
    const { from, to, before, after } = this.#window.drawn(this.state, marginPx)
    return (
      <ol class="found" ref={this.#list} style={{ paddingTop: `${before}px`, paddingBottom: `${after}px` }}>
        {lines.slice(from, to).map((line, nth) => (
          <li key={line.id} data-row={line.id} aria-setsize={lines.length} aria-posinset={from + nth + 1}>
            {draw(line)}
          </li>
        ))}
      </ol>
    )
  }
}
