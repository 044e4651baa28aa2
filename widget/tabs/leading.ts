import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { changeOf } from './change.ts'
import type { Message } from './message.ts'
import { cameThrough } from './successor.ts'
import type { Role, Table } from './table.ts'

/** How long the lock stays with a leader that has let go of its socket, for the one who may take it, ms. */
const yieldMs = 1_000
/** How long what a tab put into storage just before it died may take to be found there, ms. */
const strayMs = 1_000

/** Has the socket; tells the others what becomes of it, and does what they want done. */
export function createLeading(table: Table, giveUp: () => void): Role {
  const { channel, engine, environment, tab } = table
  const term = environment.newId()
  let count = 0
  let told = engine.state()
  let yielding: (() => void) | undefined

  const post = (message: Message) => channel.postMessage(message)
  const whole = () => post({ is: 'whole', at: { term, count }, state: told })
  const tellHidden = () => tab.isVisible() || post({ is: 'hidden' })

  function answer({ from, shown, at }: Extract<Message, { is: 'ask' }>): void {
    if (yielding) return
    if (shown && !tab.isVisible()) {
      // A browser slows down the timers of what is hidden, or stops it altogether: a tab that is looked at leads better.
      engine.happen({ on: 'pause' })
      post({ is: 'yours', to: from })
      return void (yielding = environment.after(yieldMs, giveUp))
    }
    if (at?.term === term && at.count === count) post({ is: 'here', at })
    else whole()
    if (shown) engine.happen({ on: 'wake' })
  }

  whole()
  tellHidden()
  const gathering = environment.after(strayMs, () => gather(table))
  const unwatch = tab.watch(tellHidden)

  return {
    leads: true,
    happen: engine.happen,
    changed(state) {
      count += 1
      const change = changeOf(told, state)
      told = state
      post({ is: 'change', at: { term, count }, change })
      table.show(state)
    },
    heard(message) {
      if (message.is === 'ask') answer(message)
      if (message.is === 'do' && isFor(term, message)) engine.happen(inTurn(engine.state(), message.event))
    },
    leave() {
      unwatch()
      gathering()
      yielding?.()
    }
  }
}

/** What a tab that is gone has left is said by this one, unless it came through. */
function gather({ engine, memory }: Table): void {
  const isThrough = cameThrough(engine.state().view)
  for (const item of memory.unsent())
    if (isThrough(item)) memory.drop(item.frame.id)
    else engine.happen({ on: 'say', item })
}

/** Who has not heard of this leader yet says all it has, in its order, once it has: one of its words alone would come first. */
const isFor = (term: string, { event, to }: Extract<Message, { is: 'do' }>) =>
  event.on !== 'say' || to === term

/** What another tab says is said after all that is known here, after a reload too. */
function inTurn({ unsent }: State, event: Event): Event {
  if (event.on !== 'say') return event
  const at = Math.max(event.item.at, (unsent.at(-1)?.at ?? 0) + 1)
  return { on: 'say', item: { ...event.item, at } }
}
