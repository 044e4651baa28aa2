import type { ComponentChildren } from 'preact'
import type { Fetched } from '../../state/operators/fetched.ts'
import { operatorWords } from '../../words/operators.ts'
import type { PageGiven } from './given.ts'

const says = operatorWords.standing

interface StandingProps<Value> {
  of: Fetched<Value>
  again(): void
}

/** How it stands with what was asked for, as long as it is not simply there. */
export function Standing<Value>({ of, again }: StandingProps<Value>) {
  if (of.is === 'ready') return null
  if (of.is === 'loading')
    return (
      <p class="hint" role="status">
        {of.value === undefined && says.loading}
      </p>
    )
  return (
    <p class="lacking" role="alert">
      {says[of.why]}
      {of.why === 'failed' && of.says !== undefined && ` (${of.says})`}{' '}
      {of.why !== 'forbidden' && of.why !== 'unknown' && (
        <button type="button" onClick={again}>
          {says.retry}
        </button>
      )}
    </p>
  )
}

export const Resting = ({ ops }: PageGiven) => (
  <div role="status">{ops.isResting.value && <p class="resting">{says.resting}</p>}</div>
)

/** Of a list there is nothing. */
export const Nothing = ({ title, hint }: { title: string; hint: string }) => (
  <div class="none">
    <p>{title}</p>
    <p class="hint">{hint}</p>
  </div>
)

interface TitleProps {
  title: string
  lead: string
  children?: ComponentChildren
}

/** Whoever comes to a page comes to its title. */
export const Title = ({ title, lead, children }: TitleProps) => (
  <header class="title">
    <h2 tabIndex={-1} data-focus="page">
      {title}
    </h2>
    <p class="hint">{lead}</p>
    {children}
  </header>
)

/** A table or a text that may be wider than its room: it is scrolled also with the keyboard. */
export const Scrolled = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div class="scrolled" role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
