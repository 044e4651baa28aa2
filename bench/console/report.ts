import { loadavg } from 'node:os'

/** One thing that was measured, in one place. */
export interface Figure {
  name: string
  value: number
  unit: 'ms' | '' | '/s' | 'MB' | 'kB'
}

/** The same thing in both places. */
interface Pair {
  figure: Figure
  than: number | undefined
  load: number
}

/** Figures as they come in: those of the large place, beside those of the small one. */
export class Report {
  readonly #small = new Map<string, number>()
  readonly #pairs: Pair[] = []

  small(figures: readonly Figure[]): void {
    for (const { name, value } of figures) this.#small.set(name, value)
  }
  large(figures: readonly Figure[]): void {
    const load = loadavg()[0] ?? 0
    for (const figure of figures) {
      const pair = { figure, than: this.#small.get(figure.name), load }
      this.#pairs.push(pair)
      process.stdout.write(`${lineOf(pair)}\n`)
    }
  }
  toJson(): string {
    const rows = this.#pairs.map(({ figure, than, load }) => ({ ...figure, baseline: than, load }))
    return JSON.stringify(rows, null, 2)
  }
}

export const head = (large: string, small: string): string =>
  `${''.padEnd(52)} ${large.padStart(14)} ${small.padStart(14)}   ratio   load`

function lineOf({ figure: { name, value, unit }, than, load }: Pair): string {
  const ratio = than === undefined || !(than > 0) ? '' : (value / than).toFixed(2)
  const of = (number: number | undefined) =>
    number === undefined || Number.isNaN(number) ? '–' : `${short(number)} ${unit}`.trim()
  return `${name.padEnd(52)} ${of(value).padStart(14)} ${of(than).padStart(14)} ${ratio.padStart(7)} ${load.toFixed(1).padStart(6)}`
}

const short = (value: number): string => {
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return value.toFixed(value < 10 ? 2 : 1)
}
