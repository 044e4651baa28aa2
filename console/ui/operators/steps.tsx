import type { Attempt, LineTold } from '../../contract.ts'
import { instantOf } from '../../state/operators/instant.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { type Step, stepsOf } from '../../state/operators/steps.ts'
import { fateOf } from '../../state/operators/waterfall.ts'
import { operatorWords } from '../../words/operators.ts'
import { Heads } from './heads.tsx'
import { Scrolled } from './standing.tsx'

const says = operatorWords.timeline

const figures: ReadonlySet<string> = new Set([says.columns.after, says.columns.answer, says.columns.took])

/** Every step of an entry, in its order: what the picture shows, to the millisecond. */
export function Steps({ line }: { line: LineTold }) {
  const { at, after, what, answer, took, why } = says.columns
  return (
    <Scrolled label={`${says.steps} ${line.seq}`}>
      <table class="steps">
        <Heads names={[at, after, what, answer, took, why]} figures={figures} />
        <tbody>
          {stepsOf(line).map((step, nth) => (
            <StepRow key={nth} step={step} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  )
}

function StepRow({ step }: { step: Step }) {
  const attempt = step.is === 'attempt' ? step.attempt : undefined
  return (
    <tr class={attempt ? `attempt ${fateOf(attempt)}` : step.is}>
      <td>{instantOf(step.at)}</td>
      <td class="figure">+{delayOf(step.afterMs)}</td>
      <td>{whatOf(step)}</td>
      <td class="figure">{attempt?.status}</td>
      <td class="figure">{attempt?.tookMs !== undefined && delayOf(attempt.tookMs)}</td>
      <td class="reason">{attempt ? outcomeOf(attempt) : 'reason' in step && step.reason}</td>
    </tr>
  )
}

function whatOf(step: Step): string {
  switch (step.is) {
    case 'attempt':
      return says.what.attempt(step.nth, step.destination)
    case 'owed':
    case 'acknowledged':
    case 'dead':
    case 'dropped':
      return says.what[step.is](step.destination)
    default:
      return says.what[step.is]
  }
}

/** What came of a call, and why, in words. */
export const outcomeOf = ({ outcome, reason }: Attempt): string =>
  reason === undefined ? says.outcomes[outcome] : `${says.outcomes[outcome]}: ${reason}`
