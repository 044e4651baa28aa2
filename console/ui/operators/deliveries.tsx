import type { Attempt } from '../../contract.ts'
import { mostTold } from '../../state/operators/operators.ts'
import { restOfTalk } from '../../state/operators/query.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { fateOf } from '../../state/operators/waterfall.ts'
import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import type { Delivered } from '../../subscriptions-contract.ts'
import { operatorWords } from '../../words/operators.ts'
import { CallsOf } from './calls.tsx'
import type { PageGiven } from './given.ts'
import { Standing } from './standing.tsx'

const says = operatorWords.subscriptions

/** What a subscriber was told last, once somebody wants to see it. */
export function Deliveries(props: PageGiven & { id: string }) {
  const { ops, operators, id } = props
  const told = ops.told.value.get(id)
  const { lines, isMore } = told?.page.value ?? { lines: [], isMore: false }
  return (
    <div id={`told-${id}`} class="deliveries">
      {told && <Standing of={told.page} again={operators.again} />}
      {told?.page.value && <p class="hint">{lines.length ? says.kept : says.noneTold}</p>}
      {lines.length > 0 && (
        <ol aria-label={says.lastOf(id)}>
          {lines.map(line => (
            <DeliveryLine key={line.id} {...props} line={line} />
          ))}
        </ol>
      )}
      {told && isMore && told.limit < mostTold && (
        <button type="button" class="more" data-focus={`more:${id}`} onClick={() => operators.moreTold(id)}>
          {says.moreTold}
        </button>
      )}
      {told && isMore && told.limit >= mostTold && <p class="hint">{says.mostTold(lines.length)}</p>}
    </div>
  )
}

const looks = { owed: 'again', done: 'well', dead: 'lost', dropped: 'lost' } as const

function DeliveryLine({ desk, ops, operators, line }: PageGiven & { line: Delivered }) {
  const { id, conversation, seq, topics, owedAt, state } = line
  const isOpen = ops.openDeliveries.value.has(id)
  return (
    <li class="delivery">
      <button
        type="button"
        class="delivery-head"
        aria-expanded={isOpen}
        aria-controls={`calls-${id}`}
        data-line
        data-focus={`delivery:${id}`}
        onClick={() => operators.toggleDelivery(id)}
      >
        <span class={`state ${looks[state]}`}>{says.fates[state]}</span>
        <span class="topics">{topics.length ? topics.join(', ') : says.noTopics}</span>
        <span class="sum">{sumOf(line)}</span>
        <time dateTime={new Date(owedAt).toISOString()}>{momentOf(owedAt)}</time>
      </button>
      <a
        href={hashOfPage('conversations', restOfTalk(conversation, seq))}
        aria-label={says.entryOf(seq, conversation)}
        data-focus={`timeline:${id}`}
      >
        {says.entry(seq)}
      </a>
      <div id={`calls-${id}`} class="calls">
        {isOpen && <CallsOf line={line} now={desk.now.value} />}
      </div>
    </li>
  )
}

/** How it went, in a few words: a call that went well at once needs no counting. */
function sumOf({ attempts, state }: Delivered): string {
  const last = attempts.at(-1)
  if (!last) return state === 'owed' ? says.notCalled : ''
  const isPlain = attempts.length === 1 && fateOf(last) === 'well'
  return [!isPlain && says.calls(attempts.length), answerOf(last), tookOf(last)].filter(Boolean).join(' · ')
}

const answerOf = ({ status }: Attempt) => (status === undefined ? says.unanswered : String(status))
const tookOf = ({ tookMs }: Attempt) => tookMs !== undefined && delayOf(tookMs)
