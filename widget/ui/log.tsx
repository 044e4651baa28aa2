import type { Chat } from '../state/chat.ts'
import { together } from '../state/rows.ts'
import { Icon } from './icon.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { LogRow } from './row.tsx'

/** Of a log of any length, the rows that are near, with room for the others. */
export function Log({ chat }: { chat: Chat }) {
  const { words, window, loading, live, newestMine, fetching, more, site, away } = chat
  const { rows, pieces, after } = window.drawn.value
  return (
    <div class="middle">
      <ReadAloud chat={chat} />
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={words.log}
        aria-busy={loading.value || fetching.value}
        tabIndex={0}
      >
        <div>
          {more.value && <p class="earlier">{fetching.value && words.earlier}</p>}
          {!rows.length && live.value && (
            <div class="empty">
              <p>{site.value?.greeting ?? words.empty}</p>
              {away.value && <p>{away.value}</p>}
            </div>
          )}
          <ol class="rows" style={{ paddingBlockEnd: `${after}px` }}>
            {pieces.map(({ row, index, room }) => (
              <LogRow
                key={row.key}
                chat={chat}
                row={row}
                before={rows[index - 1]}
                last={!together(row, rows[index + 1])}
                marked={row.key === newestMine.value}
                place={{ index, room, count: more.value ? -1 : rows.length }}
              />
            ))}
          </ol>
        </div>
      </div>
      <Latest chat={chat} />
    </div>
  )
}

/** Back to the end, and how much has come there meanwhile. */
function Latest({ chat: { words, atEnd, unread } }: { chat: Chat }) {
  if (atEnd.value) return null
  const count = unread.value
  return (
    <button
      type="button"
      class={count ? 'latest round pill' : 'latest round'}
      aria-label={count ? undefined : words.latest}
      onClick={() => (atEnd.value = true)}
    >
      <Icon name="down" />
      {count > 0 && words.news(count)}
    </button>
  )
}
