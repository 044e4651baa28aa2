import { hashOf } from '../../state/columns.ts'
import type { Desk } from '../../state/desk.ts'
import { hashOfPage, pageNames } from '../../state/place.ts'
import { operatorWords } from '../../words/operators.ts'

const says = operatorWords.pages

/** The ways between the desk and the pages that operators have. They are links, so that they open wherever links do. */
export function PagesNav({ desk }: { desk: Desk }) {
  const { page } = desk.place.value
  const current = (name: string) => (name === page ? 'page' : undefined)
  return (
    <nav class="pages" aria-label={says.landmark}>
      <a href={hashOf(desk.columns.value.open) || '#'} aria-current={current('desk')}>
        {says.desk}
      </a>
      {pageNames.map(name => (
        <a
          key={name}
          href={hashOfPage(name)}
          aria-current={current(name)}
          ref={name === page ? reveal : null}
        >
          {says[name]}
        </a>
      ))}
    </nav>
  )
}

/** On a phone there is not room for all of them at once. */
const reveal = (link: HTMLElement | null) => link?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
