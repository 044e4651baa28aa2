import type { HealthTold, PlatformHealth } from '../../contract.ts'
import { countOf, shareOf } from '../../state/operators/count.ts'
import { errorShare, stateOf } from '../../state/operators/health.ts'
import { delayOf } from '../../state/operators/scale.ts'
import { wordFor } from '../../state/operators/word-for.ts'
import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { Charts } from './charts.tsx'
import type { PageGiven } from './given.ts'
import { Nothing, Standing, Title } from './standing.tsx'
import { Number } from './totals.tsx'

const says = operatorWords.health

/** How every platform is doing: numbers first, then the last hour by the minute. */
export function HealthPage({ ops, operators }: PageGiven) {
  const health = ops.health.value
  const told = health.value
  return (
    <>
      <Title title={says.title} lead={says.lead}>
        {told && told.since > told.series.from && <p class="hint">{says.since(momentOf(told.since))}</p>}
      </Title>
      <Standing of={health} again={operators.again} />
      {told && !told.platforms.length && <Nothing title={says.none} hint="" />}
      {told && told.platforms.length > 0 && <Platforms told={told} />}
    </>
  )
}

function Platforms({ told }: { told: HealthTold }) {
  const { platforms } = told
  const sum = (of: (one: PlatformHealth) => number) => platforms.reduce((total, one) => total + of(one), 0)
  const oldest = Math.max(0, ...platforms.map(({ oldestOwedMs = 0 }) => oldestOwedMs))
  const [errors, lanes, dead] = [sum(one => one.errors), sum(one => one.lanes), sum(one => one.dead)]
  return (
    <>
      <dl class="numbers" aria-label={says.total}>
        <Number name={says.calls} value={countOf(sum(({ calls }) => calls))} />
        <Number name={says.errors} value={countOf(errors)} fate={errors ? 'again' : 'well'} />
        <Number name={says.lanes} value={countOf(lanes)} />
        <Number name={says.oldest} value={oldest ? delayOf(oldest) : says.nothing} />
        <Number name={says.dead} value={countOf(dead)} fate={dead ? 'lost' : 'well'} />
      </dl>
      {platforms.map(platform => (
        <Platform key={platform.id} told={told} platform={platform} />
      ))}
    </>
  )
}

export interface PlatformProps {
  told: HealthTold
  platform: PlatformHealth
}

function Platform({ told, platform }: PlatformProps) {
  const { id, kind, calls, errors, webhooks, lanes, owed, oldestOwedMs, dead } = platform
  const state = stateOf(platform)
  const share = errorShare(platform)
  return (
    <section class="platform" aria-labelledby={`platform-${id}`}>
      <h3 id={`platform-${id}`} tabIndex={-1} data-line data-focus={`platform:${id}`}>
        {id} <span class="kind">{wordFor(says.kinds, kind)}</span>
        <span class={`state ${state}`}>{says.states[state]}</span>
      </h3>
      <dl class="numbers small">
        <Number name={says.calls} value={countOf(calls)} />
        <Number
          name={says.errors}
          value={countOf(errors)}
          more={share ? says.share(shareOf(share)) : undefined}
          fate={errors ? 'again' : 'well'}
        />
        <Number name={says.theirs} {...spread(platform.p50Ms, platform.p99Ms)} />
        <Number name={says.ours} {...spread(platform.oursP50Ms, platform.oursP99Ms)} />
        <Number name={says.webhooks} value={countOf(webhooks)} more={p99(platform.webhooksP99Ms)} />
        <Number
          name={says.lanes}
          value={countOf(lanes)}
          more={owed > lanes ? says.owed(countOf(owed)) : undefined}
        />
        <Number
          name={says.oldest}
          value={oldestOwedMs === undefined ? says.nothing : delayOf(oldestOwedMs)}
        />
        <Number name={says.dead} value={countOf(dead)} fate={dead ? 'lost' : 'well'} />
      </dl>
      {dead > 0 && <a href={hashOfPage('dead-letters')}>{operatorWords.letters.title}</a>}
      <Charts told={told} platform={platform} />
    </section>
  )
}

const p99 = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : says.p99(delayOf(ms))

const spread = (half: number | undefined, most: number | undefined) => ({
  value: half === undefined ? says.nothing : delayOf(half),
  more: p99(most)
})
