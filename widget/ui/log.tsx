import type { Chat } from '../state/chat.ts'
import { together } from '../state/rows.ts'
import { Icon } from './icon.tsx'
import { LogRow } from './row.tsx'

const moreRows = 200

export function Log({ chat }: { chat: Chat }) {
  const { words, rows, shown, loading, live, atEnd, site, away } = chat
  const all = rows.value
  const some = all.slice(-shown.value)
  const lastMine = all.findLast(({ is }) => is === 'mine' || is === 'unsent')
  return (
    <div class="middle">
      <div class="log" role="log" aria-label={words.log} aria-busy={loading.value} tabIndex={0}>
        <div>
          {all.length > some.length && (
            <button type="button" class="plain earlier" onClick={() => (shown.value += moreRows)}>
              {words.earlier}
            </button>
          )}
          {!all.length && live.value && (
            <div class="empty">
              <p>{site.value?.greeting ?? words.empty}</p>
              {away.value && <p>{away.value}</p>}
            </div>
          )}
          <ol>
            {some.map((row, index) => (
              <LogRow
                key={row.key}
                chat={chat}
                row={row}
                before={some[index - 1]}
                last={!together(row, some[index + 1])}
                marked={row === lastMine}
              />
            ))}
          </ol>
        </div>
      </div>
      {!atEnd.value && (
        <button
          type="button"
          class="round latest"
          aria-label={words.latest}
          onClick={() => (atEnd.value = true)}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}
