import type { Attempt } from '../../contract.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { fateOf } from '../../state/operators/waterfall.ts'
import { momentOf } from '../../state/time.ts'
import type { Delivered } from '../../subscriptions-contract.ts'
import { operatorWords } from '../../words/operators.ts'
import { Heads } from './heads.tsx'
import { Scrolled } from './standing.tsx'
import { outcomeOf } from './steps.tsx'

const says = operatorWords.subscriptions
const { at, after, what, answer, took, why } = operatorWords.timeline.columns
const figures: ReadonlySet<string> = new Set([answer, took, after])

/** What happened to a delivery, call by call, and what it waits for. */
export function CallsOf({ line, now }: { line: Delivered; now: number }) {
  const { seq, owedAt, attempts, state } = line
  return (
    <>
      <Scrolled label={says.callsOf(seq)}>
        <table class="steps">
          <Heads names={[what, answer, took, after, at, why]} figures={figures} />
          <tbody>
            <Row when={owedAt} since={owedAt} is={says.queued} />
            {attempts.map((attempt, nth) => (
              <Row key={nth} when={attempt.at} since={owedAt} is={says.call(nth + 1)} attempt={attempt} />
            ))}
            <End line={line} />
          </tbody>
        </table>
      </Scrolled>
      {state !== 'owed' && !attempts.length && <p class="hint">{says.noCalls}</p>}
      {state === 'owed' && <Waits line={line} now={now} />}
    </>
  )
}

interface RowProps {
  when: number
  since: number
  is: string
  attempt?: Attempt
  reason?: string | undefined
}

/** What it is and what was answered come first: a telephone shows no more at once. */
const Row = ({ when, since, is, attempt, reason }: RowProps) => (
  <tr class={attempt ? `attempt ${fateOf(attempt)}` : ''}>
    <td>{is}</td>
    <td class="figure">{attempt?.status}</td>
    <td class="figure">{attempt?.tookMs !== undefined && delayOf(attempt.tookMs)}</td>
    <td class="figure">+{delayOf(when - since)}</td>
    <td>{momentOf(when)}</td>
    <td class="reason">{attempt ? outcomeOf(attempt) : reason}</td>
  </tr>
)

/** How it was given up on, where it was. */
function End({ line: { state, owedAt, settledAt, reason, dropped } }: { line: Delivered }) {
  if (state !== 'dead' && state !== 'dropped') return null
  return (
    <>
      {settledAt !== undefined && <Row when={settledAt} since={owedAt} is={says.givenUp} reason={reason} />}
      {dropped && <Row when={dropped.at} since={owedAt} is={says.dropped} reason={dropped.why} />}
    </>
  )
}

const Waits = ({ line: { dueAt }, now }: { line: Delivered; now: number }) => (
  <p class="hint">{dueAt !== undefined && dueAt > now ? says.nextCall(momentOf(dueAt)) : says.turn}</p>
)
