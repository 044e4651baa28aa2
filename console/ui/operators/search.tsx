import type { Found } from '../../contract.ts'
import { restOf, restOfTalk } from '../../state/operators/query.ts'
import { snippetPieces } from '../../state/operators/snippet.ts'
import { hashOfPage } from '../../state/place.ts'
import { nameOf } from '../../state/text.ts'
import { brief, momentOf } from '../../state/time.ts'
import { words } from '../../words/en.ts'
import { operatorWords } from '../../words/operators.ts'
import { Filters } from './filters.tsx'
import { FoundList } from './found-list.tsx'
import type { PageGiven } from './given.ts'
import { Nothing, Standing, Title } from './standing.tsx'

const says = operatorWords.search

/** Conversations by what was said in them, and by site, platform, phase and day. */
export function SearchPage(given: PageGiven) {
  const { ops, operators } = given
  const found = ops.found.value
  return (
    <>
      <Title title={says.title} lead={says.lead} />
      <Filters key={restOf(ops.query.value)} {...given} />
      <Standing of={found} again={operators.again} />
      {found.value && <Results {...given} found={found.value} />}
    </>
  )
}

type FoundProps = PageGiven & { found: Found }

function Results(props: FoundProps) {
  const { ops, operators, found } = props
  const { conversations, before, indexed } = found
  const hasMore = before !== undefined
  return (
    <section aria-label={says.results}>
      <p class="hint" role="status">
        {says.count(conversations.length, hasMore)} {indexed < 1 && says.indexed(indexed)}
      </p>
      {!conversations.length && <Nothing title={says.none} hint={says.noneHint} />}
      {conversations.length > 0 && (
        <FoundList lines={conversations} draw={line => <FoundLine {...props} line={line} />} />
      )}
      {hasMore && (
        <button
          type="button"
          class="more"
          data-focus="more"
          aria-disabled={ops.isFindingMore.value}
          onClick={() => operators.findMore()}
        >
          {ops.isFindingMore.value ? words.loading : says.more}
        </button>
      )}
    </section>
  )
}

function FoundLine({ desk, line }: FoundProps & { line: Found['conversations'][number] }) {
  const { id, phase, site, bot, at, agent, preview, found } = line
  return (
    <a
      class="found-line"
      href={hashOfPage('conversations', restOfTalk(id))}
      data-line
      data-focus={`found:${id}`}
    >
      <span class="line">
        <span class="name">{nameOf(line)}</span>
        <span class={`phase ${phase}`}>{words.phases[phase]}</span>
        <time class="when" dateTime={new Date(at).toISOString()} title={momentOf(at)}>
          {brief(at, desk.now.value)}
        </time>
      </span>
      <span class="said">{found === undefined ? preview : <Snippet found={found} />}</span>
      <span class="where">
        {site} · {bot}
        {agent && ` · ${words.lists.with(agent.name)}`}
      </span>
    </a>
  )
}

/** What was found is marked; all of it is text, whatever it looks like. */
const Snippet = ({ found }: { found: string }) => (
  <>{snippetPieces(found).map(({ text, marked }, nth) => (marked ? <mark key={nth}>{text}</mark> : text))}</>
)
