import type UPlot from 'uplot'
import { countOf } from '../../state/operators/count.ts'
import type { ChartOf } from '../../state/operators/health.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { timeOf } from '../../state/time.ts'

const high = 170
/** So that the first and the last bar are whole, seconds. */
const halfMinute = 30

/** How a chart is drawn in this box, in the colours that the page has now. */
export function optionsOf(
  { unit, curves }: ChartOf,
  box: HTMLElement,
  paths: typeof UPlot.paths
): UPlot.Options {
  const style = getComputedStyle(box)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const axis: UPlot.Axis = {
    stroke: colour('soft'),
    font: `11px ${style.fontFamily}`,
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false }
  }
  return {
    width: box.clientWidth,
    height: high,
    // Level with the title above; on the right there is room for half a time.
    padding: [12, 10, 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { size: 7 } },
    scales: {
      x: { range: (_, from, to) => [from - halfMinute, to + halfMinute] },
      y: { range: (_, __, most) => [0, Math.max(unit === 'ms' ? 10 : 4, most * 1.1)] }
    },
    axes: [
      { ...axis, size: 30, space: 70, values: (_, splits) => splits.map(seconds => timeOf(seconds * 1_000)) },
      { ...axis, size: 56, values: (_, splits) => splits.map(value => valueOf(value, unit)) }
    ],
    series: [{}, ...curves.map(({ ink }) => seriesOf(colour(`ink-${ink}`), { unit, ink, paths }))]
  }
}

const valueOf = (value: number, unit: ChartOf['unit']): string => {
  if (unit === 'ms') return delayOf(value)
  return Number.isInteger(value) ? countOf(value) : ''
}

interface SeriesParts {
  unit: ChartOf['unit']
  ink: ChartOf['curves'][number]['ink']
  paths: typeof UPlot.paths
}

/** So that what lies behind is seen through it. */
const veil = '1f'

/** Counts are bars; a time stands for its whole minute, also alone among minutes without any. */
function seriesOf(colour: string, { unit, ink, paths: { bars } }: SeriesParts): UPlot.Series {
  if (unit === 'ms')
    return {
      stroke: colour,
      width: 2,
      ...(ink === 'worst' && { fill: colour + veil }),
      points: { show: true, size: 5, fill: colour, filter: (plot, nth) => aloneIn(plot.data[nth] ?? []) }
    }
  return {
    fill: colour,
    width: 0,
    points: { show: false },
    ...(bars && { paths: bars({ size: [0.7, 14], radius: 0.15 }) })
  }
}

type Values = ArrayLike<number | null | undefined>

/** A line needs two points: what stands alone is a dot. */
const aloneIn = (values: Values): number[] =>
  Array.from(values, (_, nth) => nth).filter(
    nth => isThere(values[nth]) && !isThere(values[nth - 1]) && !isThere(values[nth + 1])
  )

const isThere = (value: number | null | undefined): boolean => value !== null && value !== undefined
