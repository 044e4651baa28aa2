import type { Deeds } from '../state/desk.ts'
import type { Row, Side } from '../state/rows.ts'
import type { Talk } from '../state/talk.ts'
import { longDayOf, momentOf, timeOf } from '../state/time.ts'
import { words } from '../words/en.ts'
import { ContentOf, FileName } from './content.tsx'
import { FactOf } from './fact.tsx'
import { Said } from './said.tsx'

const says = words.log

interface RowProps {
  deeds: Deeds
  talk: Talk
  row: Row
  visitor: string
}

/** One line of the log. */
export function LogRow(props: RowProps) {
  const { row } = props
  const first = 'first' in row && row.first ? ' first' : ''
  const kind = row.is === 'said' ? row.side : kinds[row.is]
  return (
    <li class={`entry ${kind}${first}`} data-row={row.key}>
      <Inside {...props} />
    </li>
  )
}

const kinds = { day: 'day', chose: 'visitor', note: 'note', fact: 'fact', pending: 'pending' }

function Inside({ deeds, talk, row, visitor }: RowProps) {
  switch (row.is) {
    case 'day':
      return <span>{longDayOf(row.at)}</span>
    case 'fact':
      return <FactOf fact={row.fact} />
    case 'note':
      return (
        <>
          {row.first && <By name={says.noteBy(row.by)} />}
          <Body at={row.at}>
            <p>
              <Said text={row.text} />
            </p>
          </Body>
        </>
      )
    case 'chose':
      return (
        <>
          {row.first && <By name={visitor} />}
          <Body at={row.at} lost={row.lost}>
            <p>
              <span class="chose">{says.chose}</span> {row.label}
            </p>
          </Body>
        </>
      )
    case 'said':
      return (
        <>
          {row.first && <By name={row.name ?? sideName(row.side, visitor)} side={row.side} />}
          <Body at={row.at} lost={row.lost}>
            <ContentOf content={row.content} />
          </Body>
        </>
      )
    case 'pending':
      return <Pending deeds={deeds} talk={talk} row={row} />
    default:
      return row satisfies never
  }
}

const sideName = (side: Side, visitor: string): string => (side === 'visitor' ? visitor : says[side])

const By = ({ name, side }: { name: string; side?: Side }) => (
  <p class="by">
    {name}
    {side === 'bot' && name !== says.bot && <span class="tag">{says.bot}</span>}
  </p>
)

interface BodyProps {
  at: number
  lost?: boolean
  children: preact.ComponentChildren
}

const Body = ({ at, lost, children }: BodyProps) => (
  <div class="body">
    <div class="content">{children}</div>
    <time dateTime={new Date(at).toISOString()} title={momentOf(at)}>
      {timeOf(at)}
    </time>
    {lost && <span class="lost">{says.undelivered}</span>}
  </div>
)

function Pending({
  deeds,
  talk,
  row: { one }
}: Pick<RowProps, 'deeds' | 'talk'> & { row: Row & { is: 'pending' } }) {
  const { composer } = words
  return (
    <div class={`body ${one.verb}`}>
      <div class="content">
        <p>{one.file ? <FileName name={one.file.name} /> : one.text}</p>
      </div>
      {one.state.is === 'sending' && <span class="state">{composer.sending}</span>}
      {one.state.is === 'failed' && (
        <span class="state failed" role="alert">
          {composer.failed} {one.state.says}{' '}
          <button
            type="button"
            data-focus={`again-${one.id}:${talk.id}`}
            onClick={() => deeds.again(talk.id, one.id)}
          >
            {composer.again}
          </button>
          <button
            type="button"
            data-focus={`discard-${one.id}:${talk.id}`}
            onClick={() => deeds.discard(talk.id, one.id)}
          >
            {composer.discard}
          </button>
        </span>
      )}
    </div>
  )
}
