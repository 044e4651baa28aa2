import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { together } from '../state/rows.ts'
import { useChat } from './context.ts'
import { Icon } from './icon.tsx'
import { LogRow } from './row.tsx'
import { useValue } from './use-value.ts'

const pageRows = 200
/** As near to the end as this counts as being there. */
const nearPx = 40

export function Log() {
  const chat = useChat()
  const { words, atEnd } = chat
  const [shown, setShown] = useState(pageRows)
  const box = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLOListElement>(null)
  useStickToEnd(box, inner)

  const all = useValue(chat.rows)
  const { view, link } = useValue(chat.link)
  const away = !useValue(atEnd)
  const some = all.slice(-shown)
  const lastMine = all.findLast(({ is }) => is === 'mine' || is === 'unsent')
  const loading = useValue(chat.known) < view.head

  function scrolled(): void {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    if (clientHeight) atEnd.value = scrollHeight - scrollTop - clientHeight < nearPx
  }

  return (
    <div class="middle">
      {/* biome-ignore lint/a11y: what scrolls must be reachable by keyboard */}
      <div
        class="log"
        role="log"
        aria-label={words.log}
        aria-busy={loading}
        tabIndex={0}
        ref={box}
        onScroll={scrolled}
      >
        {all.length > shown && (
          <button type="button" class="plain" onClick={() => setShown(shown + pageRows)}>
            {words.earlier}
          </button>
        )}
        {all.length === 0 && link.is === 'live' && <p class="empty">{words.empty}</p>}
        <ol ref={inner}>
          {some.map((row, index) => (
            <LogRow
              key={row.key}
              row={row}
              before={some[index - 1]}
              last={!together(row, some[index + 1])}
              marked={row === lastMine}
            />
          ))}
        </ol>
      </div>
      {away && (
        <button
          type="button"
          class="round latest"
          aria-label={words.latest}
          onClick={() => toEnd(box.current)}
        >
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}

const toEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight })

/** Whoever was at the end stays there, whatever grows: messages, images, the composer. */
function useStickToEnd(box: { current: HTMLElement | null }, inner: { current: HTMLElement | null }): void {
  const { atEnd } = useChat()
  useLayoutEffect(() => {
    const stick = () => {
      if (atEnd.peek()) toEnd(box.current)
    }
    const observer = new ResizeObserver(stick)
    for (const { current } of [box, inner]) if (current) observer.observe(current)
    return () => observer.disconnect()
  }, [atEnd, box, inner])
  useLayoutEffect(() => {
    if (atEnd.peek()) toEnd(box.current)
  })
}
