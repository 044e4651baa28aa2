import { Component, createRef } from 'preact'
import type UPlot from 'uplot'
import type { HealthTold } from '../../contract.ts'
import type { ChartOf, Columns } from '../../state/operators/health.ts'
import { operatorWords } from '../../words/operators.ts'
import { optionsOf } from './chart-options.ts'

interface ChartProps {
  /** What the columns are of: they are others when this is. */
  told: HealthTold
  label: string
  chart: ChartOf
  columns: Columns
}

/** A picture of some columns. What draws it is loaded once the first of them is shown. */
export class Chart extends Component<ChartProps, { failed: boolean }> {
  override state = { failed: false }
  readonly #box = createRef<HTMLDivElement>()
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  readonly #resizing = new ResizeObserver(() => this.#resize())
  #plot: UPlot | undefined
  #isGone = false

  override componentDidMount(): void {
    void this.#draw()
    this.#dark.addEventListener('change', this.#redraw)
    if (this.#box.current) this.#resizing.observe(this.#box.current)
  }
  override componentDidUpdate(before: ChartProps): void {
    if (before.told !== this.props.told) this.#plot?.setData(dataOf(this.props.columns))
  }
  override componentWillUnmount(): void {
    this.#isGone = true
    this.#dark.removeEventListener('change', this.#redraw)
    this.#resizing.disconnect()
    this.#plot?.destroy()
  }

  async #draw(): Promise<void> {
    try {
      const { default: Plot } = await import('uplot')
      const box = this.#box.current
      if (this.#isGone || !box) return
      this.#plot?.destroy()
      this.#plot = new Plot(optionsOf(this.props.chart, box, Plot.paths), dataOf(this.props.columns), box)
    } catch {
      if (!this.#isGone) this.setState({ failed: true })
    }
  }
  /** A canvas keeps the colours that it was drawn in. */
  readonly #redraw = () => void this.#draw()

  #resize(): void {
    const box = this.#box.current
    if (!box || !this.#plot || box.clientWidth === this.#plot.width) return
    this.#plot.setSize({ width: box.clientWidth, height: this.#plot.height })
  }

  override render({ label }: ChartProps) {
    if (this.state.failed) return <p class="hint">{operatorWords.health.noChart}</p>
    return <div ref={this.#box} class="plot" role="img" aria-label={label} />
  }
}

const dataOf = ([times, ...curves]: Columns): UPlot.AlignedData => [
  [...times],
  ...curves.map(values => [...values])
]
