import type { Content } from '#shared/content.ts'
import { shown } from '../state/columns.ts'
import type { Given } from '../state/desk.ts'
import { isMine } from '../state/lists.ts'
import { nameOf } from '../state/text.ts'
import { words } from '../words/en.ts'
import { About } from './about.tsx'
import { Composer } from './composer.tsx'
import { Head } from './head.tsx'
import { Log } from './log.tsx'
import { dropPlace } from './taking.ts'

const says = words.column

export function Columns(given: Given) {
  const { desk } = given
  const columns = desk.columns.value
  const ids = shown(columns, desk.phone.value ? 1 : desk.room.value)
  return (
    <div class="columns" role="region" aria-label={says.landmark}>
      {!ids.length && (
        <div class="nothing">
          <p>{says.none}</p>
          <p class="hint">{says.noneHint}</p>
        </div>
      )}
      {ids.map(id => (
        <Column key={id} {...given} id={id} isActive={id === columns.active} />
      ))}
      <Announced {...given} />
    </div>
  )
}

function Column({ id, isActive, ...given }: Given & { id: string; isActive: boolean }) {
  const { desk, deeds } = given
  const talk = desk.talks.get(id)
  if (!talk) return null
  const summary = desk.summaries.value.get(id)
  const isOurs = !!summary && isMine(summary, desk.me.value)
  return (
    <section
      class={`talk${isActive ? ' active' : ''}`}
      aria-label={summary ? nameOf(summary) : words.lists.visitor}
      onFocusIn={() => deeds.activate(id)}
      onPointerDown={() => deeds.activate(id)}
      {...dropPlace({ ...given, talk }, isOurs)}
    >
      {summary && <Head {...given} talk={talk} summary={summary} />}
      {summary && talk.view.about.value && <About summary={summary} />}
      <Log {...given} talk={talk} summary={summary} />
      {summary && <Composer {...given} talk={talk} summary={summary} />}
      {isOurs && talk.isDropping.value && <DropHere mode={talk.mode.value} />}
    </section>
  )
}

const DropHere = ({ mode }: { mode: 'say' | 'note' }) => (
  <p class="drop-here">{mode === 'note' ? words.composer.noteHasNone : words.composer.drop}</p>
)

function wordsOf(content: Content): string | undefined {
  if (content.kind === 'file') return content.text ?? content.name
  return content.text ?? (content.kind === 'image' ? content.alt : undefined)
}

/** What a visitor says in the active conversation is read out, once. */
function Announced({ desk }: Given) {
  const { active } = desk.columns.value
  const talk = active === undefined ? undefined : desk.talks.get(active)
  const summary = active === undefined ? undefined : desk.summaries.value.get(active)
  const last = talk?.entries.value.at(-1)
  const text = last?.kind === 'message' && last.by === 'visitor' ? wordsOf(last.content) : undefined
  return (
    <p class="read-aloud" role="status">
      {summary && text !== undefined && `${nameOf(summary)}: ${text}`}
    </p>
  )
}
