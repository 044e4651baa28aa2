import { type ChartOf, type Columns, charts, columnsOf, rowsOf } from '../../state/operators/health.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { timeOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { Chart } from './chart.tsx'
import type { PlatformProps } from './health.tsx'
import { Scrolled } from './standing.tsx'

const says = operatorWords.health

/** The last hour of a platform, drawn, and under each picture the same in a table. */
export const Charts = (props: PlatformProps) => (
  <div class="charts">
    {charts.map(chart => (
      <Figure key={chart.key} {...props} chart={chart} />
    ))}
  </div>
)

function Figure({ told, platform: { id }, chart }: PlatformProps & { chart: ChartOf }) {
  const title = says.chart[chart.key]
  const columns = columnsOf(told, id, chart)
  return (
    <figure class="chart">
      <figcaption>
        <span class="title">{title}</span>
        <ul class="legend">
          {chart.curves.map(({ key, ink }) => (
            <li key={key}>
              <svg width="14" height="10" aria-hidden="true">
                <rect class={`ink ${ink}`} width="14" height="10" rx="2" />
              </svg>
              {says.curves[key]}
            </li>
          ))}
        </ul>
      </figcaption>
      <Chart told={told} label={says.chartOf(title, id)} chart={chart} columns={columns} />
      <details>
        <summary>{says.table}</summary>
        <Table label={says.tableOf(title, id)} chart={chart} columns={columns} />
      </details>
    </figure>
  )
}

interface TableProps {
  label: string
  chart: ChartOf
  columns: Columns
}

function Table({ label, chart, columns }: TableProps) {
  const rows = rowsOf(columns)
  if (!rows.length) return <p class="hint">{says.quiet}</p>
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{says.minute}</th>
            {chart.curves.map(({ key }) => (
              <th key={key} scope="col" class="figure">
                {says.curves[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, values }) => (
            <tr key={at}>
              <th scope="row">{timeOf(at)}</th>
              {values.map((value, nth) => (
                <td key={nth} class="figure">
                  {valueOf(value, chart.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function valueOf(value: number | null, unit: ChartOf['unit']): string {
  if (value === null) return says.nothing
  return unit === 'ms' ? delayOf(value) : String(value)
}
