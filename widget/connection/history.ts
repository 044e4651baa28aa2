import type { ConversationId, Seq } from '#shared/ids.ts'
import type { PastList } from '#shared/wire/past.ts'
import type { Up } from '#shared/wire/up.ts'
import { pageSize } from './link.ts'
import type { HeardOlder } from './reader/down.ts'
import { isList } from './reader/needs.ts'
import { emptyView, isOpen, type Line, type Reading, type State } from './state.ts'
import { andThen, type Step, send, step, timer } from './step.ts'

/** What stands before the first line that is known. */
export function older(state: State): Step {
  if (state.older || state.view.from < 2) return step(state)
  return andThen(step({ ...state, older: true }), askOlder)
}

/** The visitor's conversations. */
export const past = (state: State): Step => andThen(step({ ...state, listing: true }), askPast)

/** The end of an earlier conversation, or more of it. The one that is open is followed as it is. */
export function readPast(state: State, id: ConversationId): Step {
  const { view, reading } = state
  const same = reading?.id === id ? reading : undefined
  if (id === view.conversation || same?.loading || same?.from === 1) return step(state)
  const next: Reading = same ?? { id, lines: [], from: 0, loading: true }
  return andThen(step({ ...state, reading: { ...next, loading: true } }), askReading)
}

/** A lost socket took the answers along. */
export const askAgain = (state: State): Step => andThen(step(state), askOlder, askPast, askReading)

const askOlder = (state: State): Step =>
  ask(state, state.older && pageBefore(state.view.conversation, state.view.from))

const askPast = (state: State): Step => ask(state, state.listing && { type: 'past' })

const askReading = (state: State): Step =>
  ask(state, state.reading?.loading && pageBefore(state.reading.id, state.reading.from))

function pageBefore(conversation: ConversationId | undefined, from: Seq): Up | undefined {
  return conversation && { type: 'older', conversation, limit: pageSize, before: from || undefined }
}

function ask(state: State, frame: Up | false | undefined): Step {
  return frame && isOpen(state) ? step(state, send(frame), timer('pong')) : step(state)
}

export function listed(state: State, { conversations }: PastList): Step {
  return isList(conversations) ? step({ ...state, past: conversations, listing: false }) : step(state)
}

/** A page of some log, as far as it joins what is known of it. Anything else was meant for a view that is gone. */
export function turned(state: State, { conversation, entries }: HeardOlder): Step {
  const { view, reading } = state
  if (reading?.loading && reading.id === conversation) {
    return step({ ...state, reading: { ...reading, ...joined(entries, reading), loading: false } })
  }
  if (!state.older || conversation !== view.conversation) return step(state)
  const whole = { ...view, ...joined(entries, view) }
  const base = whole.from > 1 ? view.base : emptyView.base
  return step({ ...state, older: false, view: { ...whole, base } })
}

/** As far back as there is no hole. Where nothing is known yet, the page's own end counts. */
function joined(page: readonly Line[], { lines, from }: Pick<Reading, 'lines' | 'from'>) {
  const end = from || (page.at(-1)?.seq ?? 0) + 1
  const before = page.filter(({ seq }) => seq < end)
  const gap = before.findLastIndex(({ seq }, index) => seq !== end - before.length + index)
  const fitting = before.slice(gap + 1)
  return { lines: [...fitting, ...lines], from: end - fitting.length }
}
