import { type Timeline, timelinePage } from '../../state/operators/operators.ts'
import { restOf, restOfTalk } from '../../state/operators/query.ts'
import { type Scale, scaleTo } from '../../state/operators/scale.ts'
import { lanesOf, longestOf } from '../../state/operators/waterfall.ts'
import { hashOfPage } from '../../state/place.ts'
import { nameOf } from '../../state/text.ts'
import { momentOf } from '../../state/time.ts'
import { words } from '../../words/en.ts'
import { operatorWords } from '../../words/operators.ts'
import { EntryLine } from './entry-line.tsx'
import type { PageGiven } from './given.ts'
import { Axis, Legend, Rules } from './legend.tsx'
import { Nothing, Standing } from './standing.tsx'
import { TotalsOf } from './totals.tsx'
import { VisitorActions, VisitorSheet } from './visitor-sheet.tsx'

const says = operatorWords.timeline

/** A conversation's log, and for each entry everything that became of it. */
export function TimelinePage(props: PageGiven & { id: string }) {
  const { ops, operators, id } = props
  const timeline = ops.timeline.value
  return (
    <>
      <p>
        <a href={hashOfPage('conversations', restOf(ops.query.value))} data-focus="back">
          {says.back}
        </a>
      </p>
      <Heading {...props} timeline={timeline.value} id={id} />
      <Standing of={timeline} again={operators.again} />
      {timeline.value && <Lines {...props} timeline={timeline.value} />}
      <VisitorSheet {...props} />
    </>
  )
}

function Heading(props: PageGiven & { id: string; timeline: Timeline | undefined }) {
  const { deeds, id, timeline } = props
  const summary = timeline?.summary
  // Of whom only a tombstone is left there is nothing to give or to take.
  const isThere = timeline && timeline.lines[0]?.kind !== 'erased'
  return (
    <header class="title">
      <h2 tabIndex={-1} data-focus="page">
        {summary ? nameOf(summary) : words.lists.visitor}
      </h2>
      {summary && (
        <p class="facts">
          <span class={`phase ${summary.phase}`}>{words.phases[summary.phase]}</span>
          <span>
            {summary.site} · {summary.bot}
          </span>
          <span>
            {says.opened} {momentOf(summary.openedAt)}
          </span>
          <code>{id}</code>
          <button type="button" class="plain" data-focus={`desk:${id}`} onClick={() => deeds.open(id)}>
            {says.openAtDesk}
          </button>
          {isThere && <VisitorActions {...props} />}
        </p>
      )}
      <p class="hint">{says.lead}</p>
    </header>
  )
}

function Lines(props: PageGiven & { timeline: Timeline }) {
  const { desk, ops, operators, timeline } = props
  const { lines } = timeline
  const now = desk.now.value
  const all = lines.map(line => ({ line, lanes: lanesOf(line, now) }))
  const scale: Scale = scaleTo(Math.max(0, ...all.map(({ lanes }) => longestOf(lanes))))
  if (!lines.length) return <Nothing title={says.none} hint="" />
  return (
    <>
      <TotalsOf lines={lines} />
      <Legend />
      <div class="waterfall">
        <Axis scale={scale} />
        <Rules scale={scale} />
        <ol>
          {all.map(({ line, lanes }) => (
            <EntryLine
              key={line.seq}
              line={line}
              lanes={lanes}
              scale={scale}
              isOpen={ops.open.value.has(line.seq)}
              isPointed={ops.pointed.value === line.seq}
              toggle={operators.toggle}
            />
          ))}
        </ol>
      </div>
      <Parts timeline={timeline} />
    </>
  )
}

/** Ways to the parts of a long log before and after this one. */
function Parts({ timeline: { summary, lines } }: { timeline: Timeline }) {
  const first = lines[0]?.seq ?? 1
  const last = lines.at(-1)?.seq ?? 1
  const { id, head } = summary
  if (first === 1 && last >= head) return null
  const to = (at: number) => hashOfPage('conversations', restOfTalk(id, Math.max(1, at)))
  return (
    <nav class="parts" aria-label={says.part(first, last, head)}>
      {first > 1 && (
        <a href={to(first - timelinePage / 2)} data-focus="earlier">
          {says.earlier}
        </a>
      )}
      <span>{says.part(first, last, head)}</span>
      {last < head && (
        <a href={to(last + timelinePage / 2)} data-focus="later">
          {says.later}
        </a>
      )}
    </nav>
  )
}
