import type { LineTold } from '../../contract.ts'
import { countOf } from '../../state/operators/count.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { totalsOf } from '../../state/operators/totals.ts'
import { operatorWords } from '../../words/operators.ts'

const says = operatorWords.timeline.totals

/** What the entries on this page come to: numbers first. */
export function TotalsOf({ lines }: { lines: readonly LineTold[] }) {
  const { entries, attempts, failed, owed, dead, medianMs, slowestMs } = totalsOf(lines)
  return (
    <dl class="numbers">
      <Number name={says.entries} value={countOf(entries)} />
      <Number name={says.attempts} value={countOf(attempts)} />
      <Number name={says.failed} value={countOf(failed)} fate={failed ? 'again' : 'well'} />
      <Number name={says.waiting} value={countOf(owed)} fate={owed ? 'again' : 'well'} />
      <Number name={says.dead} value={countOf(dead)} fate={dead ? 'lost' : 'well'} />
      {medianMs !== undefined && <Number name={says.median} value={delayOf(medianMs)} />}
      {slowestMs !== undefined && <Number name={says.slowest} value={delayOf(slowestMs)} />}
    </dl>
  )
}

interface NumberProps {
  name: string
  value: string
  /** What is beside it, smaller. */
  more?: string | undefined
  fate?: 'well' | 'again' | 'lost'
}

export const Number = ({ name, value, more, fate = 'well' }: NumberProps) => (
  <div class={`number ${fate}`}>
    <dt>{name}</dt>
    <dd>
      {value}
      {more !== undefined && <small> {more}</small>}
    </dd>
  </div>
)
