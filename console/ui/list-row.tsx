import type { Summary } from '../contract.ts'
import type { Desk, Given } from '../state/desk.ts'
import { nameOf, reasonOf } from '../state/text.ts'
import { brief, momentOf } from '../state/time.ts'
import { words } from '../words/en.ts'

const says = words.lists

interface RowProps extends Given {
  summary: Summary
  place: { index: number; count: number; top: number; isTabbed: boolean }
}

export function ListRow({ desk, deeds, summary, place }: RowProps) {
  const { id, phase, site } = summary
  const unread = desk.unread.value.get(id) ?? 0
  const isOpen = desk.columns.value.open.includes(id)
  return (
    <li
      role="option"
      aria-selected={isOpen}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      tabIndex={place.isTabbed ? 0 : -1}
      data-focus={place.isTabbed ? 'list' : undefined}
      class={`row ${phase}${unread ? ' unread' : ''}`}
      style={{ top: `${place.top}px` }}
      onClick={event => deeds.open(id, event.shiftKey || event.ctrlKey || event.metaKey)}
      onFocus={() => void (desk.pointed.value = id)}
    >
      <span class="line">
        <span class="name">{nameOf(summary)}</span>
        <When desk={desk} summary={summary} />
      </span>
      <span class="line">
        <span class="said">{lineOf(summary)}</span>
        {unread > 0 && (
          <span class="count" role="img" aria-label={says.unread(unread)}>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      <span class="line">
        <span class={`phase ${phase}`}>{words.phases[phase]}</span>
        <span class="where">
          {site}
          {summary.agent && ` · ${says.with(summary.agent.name)}`}
        </span>
      </span>
    </li>
  )
}

/** Who waits is shown by why; anybody else by what was said last. */
const lineOf = ({ waiting, preview }: Summary): string =>
  (waiting && reasonOf(waiting.metadata)) ?? preview ?? ''

function When({ desk, summary: { waiting, phase, at } }: { desk: Desk; summary: Summary }) {
  const now = desk.now.value
  if (phase !== 'waiting' || !waiting)
    return (
      <span class="when" title={momentOf(at)}>
        {brief(at, now)}
      </span>
    )
  const seconds = (now - waiting.since) / 1_000
  const isLong = waiting.until - now < (waiting.until - waiting.since) / 3
  return (
    <span class={`when waits${isLong ? ' long' : ''}`} title={momentOf(waiting.since)}>
      {says.waitsFor(words.duration(seconds))}
    </span>
  )
}
