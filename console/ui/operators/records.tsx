import type { SiteRetention } from '../../records-contract.ts'
import { shareLooked } from '../../state/operators/records.ts'
import { momentOf } from '../../state/time.ts'
import { operatorWords } from '../../words/operators.ts'
import { AuditLog } from './audit-log.tsx'
import type { PageGiven } from './given.ts'
import { Heads } from './heads.tsx'
import { Scrolled, Standing, Title } from './standing.tsx'

const says = operatorWords.records

/** What is kept for how long, and who did what. */
export function RecordsPage(props: PageGiven) {
  const { ops, operators } = props
  const records = ops.records.value
  return (
    <>
      <Title title={says.title} lead={says.lead} />
      <Standing of={records} again={operators.again} />
      {records.value && (
        <>
          <Retention sites={records.value.sites} />
          <AuditLog {...props} records={records.value} />
        </>
      )}
    </>
  )
}

function Retention({ sites }: { sites: readonly SiteRetention[] }) {
  const { title, none, site, days, state, erased } = says.retention
  return (
    <section class="platform" aria-labelledby="retention">
      <h3 id="retention" tabIndex={-1} data-line data-focus="retention">
        {title}
      </h3>
      {!sites.length && <p class="hint">{none}</p>}
      {sites.length > 0 && (
        <Scrolled label={says.retention.table}>
          <table class="records">
            <Heads names={[site, days, state, erased]} />
            <tbody>
              {sites.map(one => (
                <Site key={one.site} one={one} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </section>
  )
}

const fates = { waiting: 'well', running: 'again', failed: 'lost' } as const

function Site({ one }: { one: SiteRetention }) {
  const { states, never, progress, looked, daysOf } = says.retention
  const { site, days, state, erased, endedAt, startedAt } = one
  const at = state === 'running' ? startedAt : endedAt
  return (
    <tr>
      <th scope="row">{site}</th>
      <td>{daysOf(days)}</td>
      <td>
        {at === undefined ? (
          never
        ) : (
          <>
            <span class={`state ${fates[state]}`}>{states[state]}</span> {momentOf(at)}
          </>
        )}
        {state !== 'waiting' && (
          <span class="round">
            <progress value={shareLooked(one)} aria-label={progress(site)} />
            {looked(one.looked, one.found)}
          </span>
        )}
      </td>
      <td class="count">{erased}</td>
    </tr>
  )
}
