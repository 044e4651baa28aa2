import type { DeedTold } from '../../records-contract.ts'
import { restOfTalk } from '../../state/operators/query.ts'
import { fateOf, type Records } from '../../state/operators/records.ts'
import { hashOfPage } from '../../state/place.ts'
import { momentOf } from '../../state/time.ts'
import { words } from '../../words/en.ts'
import { operatorWords } from '../../words/operators.ts'
import type { PageGiven } from './given.ts'
import { Heads } from './heads.tsx'
import { Scrolled } from './standing.tsx'

const { deeds: says, did } = operatorWords.records

/** Who did what, and when: the newest first. */
export function AuditLog({ ops, operators, records }: PageGiven & { records: Records }) {
  const { deeds, hasMore } = records
  const isMoreAsked = ops.isReadingOlder.value
  return (
    <section class="platform" aria-labelledby="deeds">
      <h3 id="deeds" tabIndex={-1} data-line data-focus="deeds">
        {says.title}
      </h3>
      <p class="hint">{deeds.length ? says.lead : says.none}</p>
      {deeds.length > 0 && (
        <Scrolled label={says.table}>
          <table class="records">
            <Heads names={Object.values(says.columns)} />
            <tbody>
              {deeds.map(deed => (
                <Line key={deed.id} deed={deed} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {hasMore && (
        <button
          type="button"
          class="more"
          data-focus="more"
          aria-disabled={isMoreAsked}
          onClick={() => operators.moreDeeds()}
        >
          {isMoreAsked ? words.loading : says.more}
        </button>
      )}
    </section>
  )
}

const inks = { done: 'well', refused: 'lost', unknown: 'again' } as const

function Line({ deed }: { deed: DeedTold }) {
  const { at, who, what, network, outcome } = deed
  const fate = fateOf(deed)
  return (
    <tr>
      <td>
        <time dateTime={new Date(at).toISOString()}>{momentOf(at)}</time>
      </td>
      <td>{who === 'api' ? says.program : who}</td>
      <td>{did.get(what) ?? what}</td>
      <td>
        <About deed={deed} />
      </td>
      <td>{network}</td>
      <td>
        <span class={`state ${inks[fate]}`}>{says.fates[fate]}</span>
        {fate === 'refused' && ` ${outcome}`}
      </td>
    </tr>
  )
}

/** Of a conversation there is more to see. */
function About({ deed: { what, about } }: { deed: DeedTold }) {
  if (about === undefined) return null
  if (!/^\/(conversations|visitors)\//.test(what)) return <code>{about}</code>
  return (
    <a href={hashOfPage('conversations', restOfTalk(about))}>
      <code>{about}</code>
    </a>
  )
}
