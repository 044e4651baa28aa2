import { readLines } from '../connection/reader/line.ts'
import { known, type State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { apply, type Change } from './change.ts'
import { isState, type Mark, type Message } from './message.ts'
import { createMirror, type Mirror } from './mirror.ts'
import { successor } from './successor.ts'
import type { Role, Table } from './table.ts'

/** How long a leader may take to answer a tab that is looked at, ms. One that cannot is frozen, or very ill. */
const answerMs = 1_000

/** Has no socket: shows what the leader tells, and hands it what the visitor wants done. */
export function createFollowing(table: Table, steal: () => void): Role {
  const { channel, engine, environment, memory, tab } = table
  const me = environment.newId()
  const mirror = createMirror(table)
  const reading = createReading(mirror)
  const patience = createPatience(table, steal)

  const post = (message: Message) => channel.postMessage(message)
  const want = (event: Event) => post({ is: 'do', event, to: reading.at()?.term })

  function ask(): void {
    post({ is: 'ask', from: me, shown: tab.isVisible(), at: reading.at() })
    patience.begin()
  }
  function begun(): void {
    patience.end()
    // Who leads now may have found its list in storage before these were put there.
    for (const item of mirror.onlyHere()) want({ on: 'say', item })
  }
  const followed = (well: boolean) => (well ? patience.end() : ask())
  function heard(message: Message): void {
    if (message.is === 'whole' && reading.begin(message)) begun()
    if (message.is === 'change' && reading.at()) followed(reading.goOn(message))
    if (message.is === 'here') patience.end()
    if (message.is === 'hidden' && tab.isVisible()) ask()
    if (message.is === 'yours' && message.to === me) steal()
  }

  ask()
  return {
    leads: false,
    heard,
    happen(event) {
      if (event.on === 'wake') return ask()
      mirror.does(event)
      want(event)
      // Whoever leads tells what has become of it, if anybody does.
      if (event.on === 'say') patience.begin()
    },
    changed() {},
    leave() {
      patience.end()
      engine.adopt(successor(engine.state(), mirror.shown(), memory.unsent()))
    }
  }
}

/** Of a tab that is looked at: until the leader answers, or for so long. */
function createPatience({ environment, tab }: Table, steal: () => void) {
  let silence: (() => void) | undefined
  return {
    begin(): void {
      if (tab.isVisible()) silence ??= environment.after(answerMs, steal)
    },
    end(): void {
      silence?.()
      silence = undefined
    }
  }
}

/** Follows what the leader tells, as long as nothing of it is missing. */
function createReading(mirror: Mirror) {
  let at: Mark | undefined
  let term: string | undefined
  return {
    at: () => at,
    /** Answers whether it makes sense. */
    begin({ at: mark, state }: Extract<Message, { is: 'whole' }>): boolean {
      if (!isState(state)) return false
      at = mark
      const lines = readLines(state.view.lines)
      // Whatever has come until now is history here.
      const head = Math.max(state.view.head, known({ ...state.view, lines }))
      mirror.take({ ...state, view: { ...state.view, lines, head } }, lines, mark.term !== term)
      term = mark.term
      return true
    },
    /** Answers whether it goes on where the one before ended. */
    goOn({ at: mark, change }: Extract<Message, { is: 'change' }>): boolean {
      const isNext = mark.term === at?.term && mark.count === at.count + 1
      const next = isNext && patched(mirror.base(), change)
      at = next ? mark : undefined
      if (next) mirror.take(next, change.after ?? change.lines ?? [])
      return !!next
    }
  }
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
