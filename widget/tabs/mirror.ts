import type { Line, State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { find, type Item, type Unsent, without } from '../connection/unsent.ts'
import type { Table } from './table.ts'

/** What a tab without a socket shows: what the leader told last, and after it what only this tab knows to be unsent. */
export interface Mirror {
  base(): State
  shown(): State
  mine(): Unsent
  /** From the leader, with the lines that are new. */
  take(next: State, lines: readonly Line[]): void
  /** From the visitor. */
  does(event: Event): void
}

export function createMirror({ engine, memory, show }: Table): Mirror {
  const own = engine.state()
  let mine: Unsent = own.unsent.filter(isOpen)
  let base: State = { ...own, unsent: own.unsent.filter(item => !isOpen(item)) }
  const shown = (): State => (mine.length ? { ...base, unsent: [...base.unsent, ...mine] } : base)

  return {
    shown,
    base: () => base,
    mine: () => mine,
    take(next, lines) {
      base = next
      // What the leader knows is no longer only known here.
      const inLog = new Set(mine.length ? lines.map(line => 'id' in line && line.id) : [])
      mine = mine.filter(({ frame }) => !find(base.unsent, frame.id) && !inLog.has(frame.id))
      show(shown())
    },
    does(event) {
      mine = keep(event, mine, memory)
      if (event.on === 'say') show(shown())
    }
  }
}

const isOpen = ({ fate }: Item) => fate.is === 'waiting' || fate.is === 'delayed'

/** Kept where every tab finds it, before anybody is asked to send it. */
function keep(event: Event, mine: Unsent, memory: Table['memory']): Unsent {
  if (event.on === 'say') memory.put(event.item)
  if (event.on === 'discard' && find(mine, event.id)) memory.drop(event.id)
  if (event.on === 'discard') return without(mine, event.id)
  return event.on === 'say' ? [...mine, event.item] : mine
}
