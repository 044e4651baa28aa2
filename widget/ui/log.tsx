import type { Chat } from '../state/chat.ts'
import { together } from '../state/rows.ts'
import { later } from './later.ts'
import { ReadAloud } from './read-aloud.tsx'
import { LogRow } from './row.tsx'

/** Of a log of any length, the rows that are near, with room for the others. */
export function Log({ chat }: { chat: Chat }) {
  const { words, drawn, atEnd, loading, live, newestMine, pointed, fetching, more, site } = chat
  const { rows, pieces, after } = drawn.value
  // Whoever goes into the log needs the part that looks after it: drawing again fetches it.
  const enter = () => (pointed.value ||= '')
  const isAway = site.value?.hours?.open === false
  const part = isAway || !atEnd.value ? later.now() : undefined
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
        onFocusIn={enter}
        onPointerEnter={enter}
      >
        <div>
          {more.value && <p class="earlier">{fetching.value && words.earlier}</p>}
          {!rows.length && live.value && (
            <div class="empty">
              <p>{site.value?.greeting ?? words.empty}</p>
              {isAway && part && <part.Away chat={chat} />}
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
      {!atEnd.value && part && <part.Latest chat={chat} />}
    </div>
  )
}
