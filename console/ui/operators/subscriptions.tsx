import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import type { Subscription } from '../../subscriptions-contract.ts'
import { operatorWords } from '../../words/operators.ts'
import { Deliveries } from './deliveries.tsx'
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
      <Deliveries {...props} id={id} />
    </section>
  )
}

function Facts({ ops, one }: PageGiven & { one: Subscription }) {
  const { id, failingSince, disabledAt, enabledAt, reason, rotatedAt, oldSecretUntil } = one
  const hour = ops.health.value.value?.platforms.find(platform => platform.id === `topics/${id}`)
  const facts: readonly (readonly [string, string | undefined])[] = [
    [says.lastHour, hour && says.hour(hour.calls, hour.errors)],
    [says.failingSince, failingSince === undefined ? undefined : momentOf(failingSince)],
    [says.disabledAt, disabledAt === undefined ? undefined : momentOf(disabledAt)],
    [says.enabledAt, enabledAt === undefined ? undefined : momentOf(enabledAt)],
    [says.reason, reason],
    [says.rotatedAt, rotatedAt === undefined ? undefined : momentOf(rotatedAt)],
    [says.oldSecret, oldSecretUntil === undefined ? undefined : says.oldUntil(momentOf(oldSecretUntil))]
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

function Actions(props: PageGiven & { one: Subscription }) {
  const { id, state } = props.one
  return (
    <div class="actions">
      {state === 'disabled' ? (
        <Enable {...props} id={id} />
      ) : (
        <Asking {...props} id={id} of={['replay', 'disable']} />
      )}
      <Asking {...props} id={id} of={['rotate']} />
      <ShowTold {...props} id={id} />
    </div>
  )
}

type About = PageGiven & { id: string }

const Enable = ({ ops, operators, id }: About) => (
  <button
    type="button"
    class="main"
    data-focus={`turn:${id}`}
    aria-disabled={ops.isBusy.value}
    onClick={() => operators.enable(id)}
  >
    {says.enable}
  </button>
)

const focusOf = { replay: 'replay', disable: 'turn', rotate: 'rotate' } as const

/** What is asked about first. */
const Asking = ({ deeds, id, of }: About & { of: readonly (keyof typeof focusOf)[] }) => (
  <>
    {of.map(is => (
      <button
        key={is}
        type="button"
        data-focus={`${focusOf[is]}:${id}`}
        aria-haspopup="dialog"
        onClick={() => deeds.ask({ is, subscription: id })}
      >
        {says[is]}
      </button>
    ))}
  </>
)

function ShowTold({ ops, operators, id }: About) {
  const isShown = ops.told.value.has(id)
  return (
    <button
      type="button"
      class="plain"
      data-focus={`told:${id}`}
      aria-expanded={isShown}
      aria-controls={`told-${id}`}
      onClick={() => operators.showTold(id, !isShown)}
    >
      {isShown ? says.hideTold : says.showTold}
    </button>
  )
}
