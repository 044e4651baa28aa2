import type { Summary } from '../contract.ts'
import type { Given } from '../state/desk.ts'
import { isMine } from '../state/lists.ts'
import type { Talk } from '../state/talk.ts'
import { nameOf } from '../state/text.ts'
import { words } from '../words/en.ts'
import { Icon } from './icon.tsx'
import { LogRow } from './row.tsx'
import { scrolled } from './tend.ts'

const says = words.log

interface LogProps extends Given {
  talk: Talk
  summary: Summary | undefined
}

/** Of a log of any length, the rows that are near, with room for the others. */
export function Log({ desk, deeds, talk, summary }: LogProps) {
  const { id, rows, view, loading } = talk
  const { from, to, before, after } = view.drawn.value
  const name = summary ? nameOf(summary) : words.lists.visitor
  return (
    <div class="middle">
      <div
        class="log"
        data-log={id}
        data-focus={`log:${id}`}
        role="log"
        aria-live="off"
        aria-label={says.label(name)}
        aria-busy={loading.value === 'first' || loading.value === 'earlier'}
        tabIndex={0}
        onScroll={event => scrolled(event.currentTarget, talk, () => deeds.earlier(id))}
      >
        <ol style={{ paddingTop: `${before}px`, paddingBottom: `${after}px` }}>
          {rows.value.slice(from, to).map(row => (
            <LogRow key={row.key} deeds={deeds} talk={talk} row={row} visitor={name} />
          ))}
        </ol>
      </div>
      <Standing deeds={deeds} talk={talk} />
      <Foot desk={desk} talk={talk} summary={summary} name={name} />
      {!view.atEnd.value && (
        <button type="button" class="newest" data-focus={`newest:${id}`} onClick={() => deeds.newest(id)}>
          <Icon of="down" />
          {view.fresh.value > 0 ? says.fresh(view.fresh.value) : says.latest}
        </button>
      )}
    </div>
  )
}

function Standing({ deeds, talk: { id, loading } }: Pick<LogProps, 'deeds' | 'talk'>) {
  switch (loading.value) {
    case 'first':
      return <p class="standing">{says.loading}</p>
    case 'earlier':
      return <p class="standing">{says.earlier}</p>
    case 'failed':
      return (
        <p class="standing" role="alert">
          {says.failed}{' '}
          <button type="button" onClick={() => deeds.reload(id)}>
            {says.retry}
          </button>
        </p>
      )
    default:
      return null
  }
}

/** Who types; and whether what was said last has been read. */
function Foot({ desk, talk, summary, name }: Omit<LogProps, 'deeds'> & { name: string }) {
  const typing = talk.typing.value
  const last = talk.entries.value.findLast(({ kind }) => kind === 'message')
  const isOurs =
    last?.kind === 'message' && last.by === 'agent' && !!summary && isMine(summary, desk.me.value)
  return (
    <p class="foot">
      {typing && (
        <span class="typing">
          <i aria-hidden="true" />
          {says.typing(typing === 'visitor' ? name : says.bot)}
        </span>
      )}
      {!typing && isOurs && talk.seen.value >= last.seq && <span class="seen">{says.read}</span>}
    </p>
  )
}
