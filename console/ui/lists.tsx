import type { Summary } from '../contract.ts'
import type { Desk, Given } from '../state/desk.ts'
import { type ListName, listNames, partOf } from '../state/lists.ts'
import { words } from '../words/en.ts'
import { ListRow } from './list-row.tsx'

const says = words.lists

export function Lists(given: Given) {
  const { desk } = given
  const name = desk.list.value
  return (
    <nav class="lists" aria-label={says.landmark}>
      <Tabs {...given} />
      <div role="tabpanel" id="list" aria-labelledby={`tab-${name}`} class="panel">
        <List {...given} />
        {name === 'all' && desk.loading.value === 'failed' && <Failed {...given} />}
      </div>
    </nav>
  )
}

const Failed = ({ deeds }: Given) => (
  <p class="failed" role="alert">
    {says.failed}{' '}
    <button type="button" onClick={() => deeds.more()}>
      {says.retry}
    </button>
  </p>
)

function Tabs({ desk, deeds }: Given) {
  const chosen = desk.list.value
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = by && listNames[(listNames.indexOf(chosen) + by + listNames.length) % listNames.length]
    if (!next) return
    event.preventDefault()
    deeds.show(next)
    desk.wish.value = 'tab'
  }
  return (
    <div role="tablist" class="tabs" aria-label={says.landmark} onKeyDown={step}>
      {listNames.map(name => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          data-focus={name === chosen ? 'tab' : undefined}
          aria-selected={name === chosen}
          aria-controls="list"
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => deeds.show(name)}
        >
          {says[name]}
          <Count desk={desk} name={name} />
        </button>
      ))}
    </div>
  )
}

function Count({ desk, name }: { desk: Desk; name: ListName }) {
  const count = name === 'waiting' ? desk.lists.waiting.value.length : unreadIn(desk, name)
  if (!count) return null
  const label = name === 'waiting' ? says.waitingCount(count) : says.unread(count)
  return (
    <span class={`count ${name}`} role="img" aria-label={label}>
      {count > 99 ? '99+' : count}
    </span>
  )
}

const unreadIn = (desk: Desk, name: ListName): number =>
  name === 'mine' ? [...desk.unread.value.values()].reduce((sum, count) => sum + count, 0) : 0

function List({ desk, deeds }: Given) {
  const name = desk.list.value
  const all = desk.lists[name].value
  if (!all.length) return <Empty desk={desk} />
  const at = all.findIndex(({ id }) => id === desk.pointed.value)
  const tabbed = Math.max(0, at)
  const rowHeight = desk.rowHeight.value
  const part = partOf(all.length, desk.listSeen.value, tabbed)
  const drawn = part.indices.flatMap(index => {
    const summary = all[index]
    return summary ? [{ index, summary }] : []
  })
  return (
    <div class="scroller" onScroll={event => look(event.currentTarget, { desk, deeds })} key={name}>
      <ul
        role="listbox"
        aria-labelledby={`tab-${name}`}
        style={{ height: `${all.length * rowHeight}px` }}
        onKeyDown={event => walk(event, all, { desk, deeds })}
      >
        {drawn.map(({ index, summary }) => (
          <ListRow
            key={summary.id}
            desk={desk}
            deeds={deeds}
            summary={summary}
            place={{ index, count: all.length, top: index * rowHeight, isTabbed: index === tabbed }}
          />
        ))}
      </ul>
    </div>
  )
}

function Empty({ desk }: { desk: Desk }) {
  const name = desk.list.value
  const isLoading = desk.loading.value === 'more' && name === 'all'
  return (
    <div class="empty">
      <p>{isLoading ? words.loading : says.empty[name]}</p>
      {!isLoading && <p class="hint">{says.hint[name]}</p>}
    </div>
  )
}

/** The list is scrolled: what is seen of it, and whether the end is near. */
function look(scroller: HTMLElement, { desk, deeds }: Given): void {
  const row = scroller.querySelector<HTMLElement>('[role=option]')?.offsetHeight ?? desk.rowHeight.peek()
  if (row !== desk.rowHeight.peek()) desk.rowHeight.value = row
  const first = Math.floor(scroller.scrollTop / row)
  const rows = Math.ceil(scroller.clientHeight / row) + 1
  const seen = desk.listSeen.peek()
  if (seen.first !== first || seen.rows !== rows) desk.listSeen.value = { first, rows }
  const left = desk.lists[desk.list.peek()].peek().length - first - rows
  if (desk.list.peek() === 'all' && left < 60) deeds.more()
}

const page = 8

function walk(event: KeyboardEvent, all: readonly Summary[], { desk, deeds }: Given): void {
  const at = all.findIndex(({ id }) => id === desk.pointed.peek())
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: all.length - 1
  }
  const to = steps[event.key]
  const pointed = all[Math.max(0, Math.min(all.length - 1, to ?? at))]
  if (!pointed || event.altKey || event.ctrlKey || event.metaKey) return
  const opens = event.key === 'Enter' || event.key === ' '
  if (to === undefined && !opens) return
  event.preventDefault()
  if (opens) deeds.open(pointed.id, event.shiftKey)
  else deeds.point(pointed.id)
}
