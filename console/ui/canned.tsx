import type { Canned, Named } from '../contract.ts'
import { addressed } from '../state/text.ts'
import { words } from '../words/en.ts'

interface CannedProps {
  id: string
  offers: readonly Canned[]
  choice: number
  named: Named | undefined
  take(one: Canned): void
}

export const optionId = (id: string, index: number): string => `canned-${id}-${index}`

/** The canned replies that fit what was begun. The focus stays in the text. */
export function CannedList({ id, offers, choice, named, take }: CannedProps) {
  const says = words.composer
  return (
    <>
      <ul class="canned" role="listbox" id={`canned-${id}`} aria-label={says.canned}>
        {offers.map((one, index) => (
          <li
            key={one.shortcut}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === choice}
            ref={index === choice ? reveal : null}
            onMouseDown={event => {
              event.preventDefault()
              take(one)
            }}
          >
            <kbd>/{one.shortcut}</kbd>
            <span>{addressed(one.text, named)}</span>
          </li>
        ))}
      </ul>
      <p class="read-aloud" role="status">
        {says.cannedCount(offers.length)}
      </p>
    </>
  )
}

const reveal = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })
