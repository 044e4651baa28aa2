import type { State } from '../connection/state.ts'
import type { Item } from '../connection/unsent.ts'
import { changeOf } from './change.ts'
import type { Mark, Message } from './message.ts'
import { cameThrough } from './successor.ts'
import { type Role, strayMs, type Table } from './table.ts'

/** How long the lock stays with a leader that has let go of its socket, for the one who may take it, ms. */
const yieldMs = 1_000

/** Has the socket; tells the others what becomes of it, and does what they want done. */
export function createLeading(table: Table, giveUp: () => void): Role {
  const { channel, engine, environment, tab } = table
  const term = environment.newId()
  const telling = createTelling(table, term)
  const gathering = createGathering(table)
  let yielding: (() => void) | undefined

  const tellHidden = () => tab.isVisible() || channel.postMessage({ is: 'hidden' } satisfies Message)

  function answer({ from, shown, at }: Extract<Message, { is: 'ask' }>): void {
    if (yielding) return
    telling.answer(at)
    if (shown && !tab.isVisible()) handOver(from)
    else if (shown) engine.happen({ on: 'wake' })
  }
  function handOver(to: string): void {
    // A browser slows down the timers of what is hidden, or stops it altogether: a tab that is looked at leads better.
    engine.happen({ on: 'pause' })
    channel.postMessage({ is: 'yours', to } satisfies Message)
    yielding = environment.after(yieldMs, giveUp)
  }
  /** Who has not heard of this leader yet says all it has in its order once it has; if it dies before, storage has it all. */
  function perform({ event, to }: Extract<Message, { is: 'do' }>): void {
    if (event.on !== 'say') engine.happen(event)
    else if (to === term) say(table, event.item)
    else gathering.soon()
  }

  telling.whole()
  tellHidden()
  gathering.soon()
  const unwatch = tab.watch(tellHidden)

  return {
    leads: true,
    happen: engine.happen,
    changed: telling.changed,
    heard(message) {
      if (message.is === 'ask') answer(message)
      if (message.is === 'do') perform(message)
    },
    leave() {
      unwatch()
      gathering.stop()
      yielding?.()
    }
  }
}

/** Tells the others what is so: all of it, and then what has changed. */
function createTelling({ channel, engine, show }: Table, term: string) {
  let count = 0
  let told = engine.state()
  const post = (message: Message) => channel.postMessage(message)
  const whole = () => post({ is: 'whole', at: { term, count }, state: told })
  return {
    whole,
    /** To somebody who knows as much as this. */
    answer(at: Mark | undefined): void {
      if (at?.term === term && at.count === count) post({ is: 'here', at })
      else whole()
    },
    changed(state: State): void {
      count += 1
      const change = changeOf(told, state)
      told = state
      post({ is: 'change', at: { term, count }, change })
      show(state)
    }
  }
}

/** What a tab that is gone has left is said by this one, unless it came through. */
function createGathering(table: Table) {
  let stop: (() => void) | undefined
  const gather = () => {
    for (const item of table.memory.unsent()) say(table, item)
  }
  return {
    soon(): void {
      stop?.()
      stop = table.environment.after(strayMs, gather)
    },
    stop: () => stop?.()
  }
}

/** A tab may be told of the log later than of what others say, and storage too. */
function say({ engine, memory }: Table, item: Item): void {
  if (cameThrough(engine.state().view)(item)) memory.drop(item.frame.id)
  else engine.happen({ on: 'say', item })
}
