import type { Subscription } from '../../contract.ts'
import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import type { PageGiven } from './given.ts'
import { Nothing, Standing, Title } from './standing.tsx'
import { SubscriptionSheet } from './subscription-sheet.tsx'

const says = operatorWords.subscriptions

/** Who is told of events, how that goes, and what can be done about it. */
export function SubscriptionsPage(props: PageGiven) {
  const { ops, operators } = props
  const subscriptions = ops.subscriptions.value
  const all = subscriptions.value
  return (
    <>
      <Title title={says.title} lead={says.lead} />
      <Standing of={subscriptions} again={operators.again} />
      {all && !all.length && <Nothing title={says.none} hint={says.noneHint} />}
      {all?.map(one => (
        <One key={one.id} {...props} one={one} />
      ))}
      <SubscriptionSheet {...props} />
    </>
  )
}

const fates = { working: 'well', failing: 'again', disabled: 'lost' } as const

function One(props: PageGiven & { one: Subscription }) {
  const { id, origin, topics, state } = props.one
  return (
    <section class="platform" aria-labelledby={`subscription-${id}`}>
      <h3 id={`subscription-${id}`} tabIndex={-1} data-line data-focus={`subscription:${id}`}>
        {id} <span class="kind">{origin}</span>
        <span class={`state ${fates[state]}`}>{says.states[state]}</span>
      </h3>
      <dl>
        <div>
          <dt>{says.topics}</dt>
          <dd>{topics.join(', ')}</dd>
        </div>
        <Facts {...props} />
      </dl>
      <Actions {...props} />
    </section>
  )
}

function Facts({ ops, one }: PageGiven & { one: Subscription }) {
  const { id, failingSince, disabledAt, enabledAt, reason } = one
  const hour = ops.health.value.value?.platforms.find(platform => platform.id === `topics/${id}`)
  const facts: readonly (readonly [string, string | undefined])[] = [
    [says.lastHour, hour && says.hour(hour.calls, hour.errors)],
    [says.failingSince, failingSince === undefined ? undefined : momentOf(failingSince)],
    [says.disabledAt, disabledAt === undefined ? undefined : momentOf(disabledAt)],
    [says.enabledAt, enabledAt === undefined ? undefined : momentOf(enabledAt)],
    [says.reason, reason]
  ]
  return (
    <>
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          )
      )}
      {hour && hour.dead > 0 && (
        <div>
          <dt>{operatorWords.letters.title}</dt>
          <dd>
            <a href={hashOfPage('dead-letters')}>{says.dead(hour.dead)}</a>
          </dd>
        </div>
      )}
    </>
  )
}

function Actions({ deeds, ops, operators, one: { id, state } }: PageGiven & { one: Subscription }) {
  const isBusy = ops.isBusy.value
  if (state === 'disabled')
    return (
      <div class="actions">
        <button
          type="button"
          class="main"
          data-focus={`turn:${id}`}
          aria-disabled={isBusy}
          onClick={() => operators.enable(id)}
        >
          {says.enable}
        </button>
      </div>
    )
  return (
    <div class="actions">
      <button
        type="button"
        data-focus={`replay:${id}`}
        aria-haspopup="dialog"
        onClick={() => deeds.ask({ is: 'replay', subscription: id })}
      >
        {says.replay}
      </button>
      <button
        type="button"
        data-focus={`turn:${id}`}
        aria-haspopup="dialog"
        onClick={() => deeds.ask({ is: 'disable', subscription: id })}
      >
        {says.disable}
      </button>
    </div>
  )
}
