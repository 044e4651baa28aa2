import type { Line, State, View } from '../connection/state.ts'

/** What is another in one state than in the one before. Of the log, only what was added at either end. */
export interface Change {
  state: Partial<Omit<State, 'view'>>
  view: Partial<Omit<View, 'lines'>>
  /** The whole log, where it is not the old one with something added. */
  lines?: readonly Line[]
  before?: readonly Line[]
  after?: readonly Line[]
}

export function changeOf(old: State, next: State): Change {
  const { view: oldView, ...oldState } = old
  const { view: nextView, ...state } = next
  const { lines: oldLines, ...oldRest } = oldView
  const { lines, ...rest } = nextView
  return {
    state: differing(oldState, state),
    view: differing(oldRest, rest),
    ...(lines !== oldLines && added(oldLines, lines))
  }
}

function differing<Of extends object>(old: Of, next: Of): Partial<Of> {
  const before = new Map(Object.entries(old))
  const changed = Object.entries(next).filter(([key, value]) => before.get(key) !== value)
  return Object.fromEntries(changed) as Partial<Of>
}

/** Lines never change, so one that is still there tells where all the old ones are. */
function added(old: readonly Line[], next: readonly Line[]): Pick<Change, 'lines' | 'before' | 'after'> {
  const [first] = old
  const start = first ? first.seq - (next[0]?.seq ?? 0) : -1
  const end = start + old.length
  const holds = first && next[start] === first && next[end - 1] === old.at(-1)
  if (!holds) return { lines: next }
  return {
    ...(start > 0 && { before: next.slice(0, start) }),
    ...(end < next.length && { after: next.slice(end) })
  }
}

export function apply(old: State, { state, view, lines, before = [], after = [] }: Change): State {
  const all = lines ?? (before.length || after.length ? [...before, ...old.view.lines, ...after] : undefined)
  return { ...old, ...state, view: { ...old.view, ...view, ...(all && { lines: all }) } }
}
