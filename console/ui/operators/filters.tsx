import { phases, type Query } from '../../state/operators/query.ts'
import { words } from '../../words/en.ts'
import { operatorWords } from '../../words/operators.ts'
import { written } from '../fields.ts'
import type { PageGiven } from './given.ts'

const says = operatorWords.search

/** What is looked for: words, and all that narrows them. */
export function Filters({ desk, ops, operators }: PageGiven) {
  const query = ops.query.value
  const submit = (event: Event) => {
    event.preventDefault()
    if (event.currentTarget instanceof HTMLFormElement) operators.find(queryIn(event.currentTarget))
  }
  const summaries = [...desk.summaries.value.values(), ...(ops.found.value.value?.conversations ?? [])]
  return (
    <form class="filters" role="search" onSubmit={submit}>
      <label class="words">
        <span>{says.text}</span>
        <input
          type="search"
          name="text"
          data-focus="search"
          maxLength={200}
          defaultValue={query.text}
          placeholder={says.textHint}
          autoComplete="off"
          onKeyDown={event => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            desk.wish.value = 'page'
          }}
        />
      </label>
      <Known name="site" value={query.site} all={summaries.map(({ site }) => site)} />
      <Known name="platform" value={query.platform} all={summaries.map(({ bot }) => bot)} />
      <label>
        <span>{says.phase}</span>
        <select name="phase" data-focus="search-phase">
          {(['', ...phases] as const).map(phase => (
            <option key={phase} value={phase} selected={phase === query.phase}>
              {phase === '' ? says.any : words.phases[phase]}
            </option>
          ))}
        </select>
      </label>
      {(['from', 'to'] as const).map(name => (
        <label key={name}>
          <span>{says[name]}</span>
          <input type="date" name={name} data-focus={`search-${name}`} defaultValue={query[name]} />
        </label>
      ))}
      <button type="submit" class="main" data-focus="find">
        {says.submit}
      </button>
    </form>
  )
}

interface KnownProps {
  name: 'site' | 'platform'
  value: string
  all: readonly string[]
}

/** A field that offers what is known; there may be more. */
const Known = ({ name, value, all }: KnownProps) => (
  <label>
    <span>{says[name]}</span>
    <input
      name={name}
      data-focus={`search-${name}`}
      list={`known-${name}`}
      maxLength={200}
      defaultValue={value}
      placeholder={name === 'platform' ? says.platformHint : says.any}
      autoComplete="off"
      autoCapitalize="none"
      spellcheck={false}
    />
    <datalist id={`known-${name}`}>
      {[...new Set(all)].toSorted().map(one => (
        <option key={one} value={one} />
      ))}
    </datalist>
  </label>
)

function queryIn(form: HTMLFormElement): Query {
  const of = (name: keyof Query) => written(form, name)
  return {
    text: of('text'),
    site: of('site').trim(),
    platform: of('platform').trim(),
    phase: phases.find(one => one === of('phase')) ?? '',
    from: of('from'),
    to: of('to')
  }
}
