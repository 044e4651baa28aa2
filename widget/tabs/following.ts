import { readLines } from '../connection/reader/line.ts'
import type { Line, State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { find, type Item, type Unsent, without } from '../connection/unsent.ts'
import { apply, type Change } from './change.ts'
import { isState, type Mark, type Message } from './message.ts'
import { successor } from './successor.ts'
import type { Role, Table } from './table.ts'

/** How long a leader may take to answer a tab that is looked at, ms. One that cannot is frozen, or very ill. */
const answerMs = 1_000

/** Has no socket: shows what the leader tells, and hands it what the visitor wants done. */
export function createFollowing(table: Table, steal: () => void): Role {
  const { channel, engine, environment, memory, tab } = table
  const me = environment.newId()
  let mine = engine.state().unsent.filter(isOpen)
  let base: State = { ...engine.state(), unsent: engine.state().unsent.filter(item => !isOpen(item)) }
  let at: Mark | undefined
  let silence: (() => void) | undefined

  const post = (message: Message) => channel.postMessage(message)
  const shown = (): State => (mine.length ? { ...base, unsent: [...base.unsent, ...mine] } : base)
  const show = () => table.show(shown())

  function ask(): void {
    post({ is: 'ask', from: me, shown: tab.isVisible(), at })
    if (tab.isVisible()) silence ??= environment.after(answerMs, steal)
  }
  function answered(): void {
    silence?.()
    silence = undefined
  }

  function begin(mark: Mark, state: State): void {
    if (!isState(state)) return
    at = mark
    base = { ...state, view: { ...state.view, lines: readLines(state.view.lines) } }
    arrived(base.view.lines)
    // Who leads now may have found its list in storage before these were put there.
    const kept = memory.unsent()
    for (const item of mine) if (find(kept, item.frame.id)) post({ is: 'do', event: { on: 'say', item } })
  }

  function goOn(mark: Mark, change: Change): void {
    if (!at) return
    const next = mark.term === at.term && mark.count === at.count + 1 && patched(base, change)
    at = next ? mark : undefined
    if (!next) return ask()
    base = next
    arrived(change.after ?? change.lines ?? [])
  }

  /** What the leader knows is no longer only known here. */
  function arrived(lines: readonly Line[]): void {
    answered()
    const inLog = new Set(mine.length ? lines.map(line => 'id' in line && line.id) : [])
    mine = mine.filter(({ frame }) => !find(base.unsent, frame.id) && !inLog.has(frame.id))
    show()
  }

  ask()
  return {
    leads: false,
    happen(event) {
      if (event.on === 'wake') return ask()
      mine = keep(event, mine, memory)
      if (event.on === 'say') show()
      post({ is: 'do', event })
    },
    changed() {},
    heard(message) {
      if (message.is === 'whole') begin(message.at, message.state)
      if (message.is === 'change') goOn(message.at, message.change)
      if (message.is === 'here') answered()
      if (message.is === 'hidden' && tab.isVisible()) ask()
      if (message.is === 'yours' && message.to === me) steal()
    },
    leave() {
      answered()
      engine.adopt(successor(engine.state(), shown(), memory.unsent()))
    }
  }
}

const isOpen = ({ fate }: Item) => fate.is === 'waiting' || fate.is === 'delayed'

/** Kept where every tab finds it, before anybody is asked to send it. */
function keep(event: Event, mine: Unsent, memory: Table['memory']): Item[] {
  if (event.on === 'say') memory.put(event.item)
  if (event.on === 'discard' && find(mine, event.id)) memory.drop(event.id)
  if (event.on === 'discard') return [...without(mine, event.id)]
  return event.on === 'say' ? [...mine, event.item] : [...mine]
}

function patched(base: State, change: Change): State | undefined {
  const { lines, before, after } = change
  const read = {
    ...(lines && { lines: readLines(lines) }),
    ...(before && { before: readLines(before) }),
    ...(after && { after: readLines(after) })
  }
  const next = apply(base, { state: change.state, view: change.view, ...read })
  return isState(next) ? next : undefined
}
