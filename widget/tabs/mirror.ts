import type { ClientId } from '#shared/ids.ts'
import type { Line, State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { find, type Item, type Unsent, without } from '../connection/unsent.ts'
import type { Table } from './table.ts'

/** What a tab without a socket shows: what the leader told last, and after it what only this tab knows to be unsent. */
export interface Mirror {
  base(): State
  shown(): State
  /** What the leader does not know, in the order in which it was said. */
  onlyHere(): Unsent
  /** From the leader, which may be another one than before, with the lines that are new. */
  take(next: State, lines: readonly Line[], another?: boolean): void
  /** From the visitor. */
  does(event: Event): void
}

export function createMirror({ engine, memory, show }: Table): Mirror {
  const own = engine.state()
  let mine: Unsent = own.unsent.filter(isOpen)
  let base: State = { ...own, unsent: own.unsent.filter(item => !isOpen(item)) }
  const onlyHere = () => mine.filter(({ frame }) => !find(base.unsent, frame.id))
  const shown = (): State => {
    const more = onlyHere()
    return more.length ? { ...base, unsent: [...base.unsent, ...more] } : base
  }
  /** A leader that only knows of it may take it along when it dies: it is this tab's until something has come of it. */
  function isOver(item: Item, were: Unsent, another: boolean): boolean {
    const { id } = item.frame
    const known = find(base.unsent, id)
    if (known) return !isOpen(known)
    return another ? !find(memory.unsent(), id) : !!find(were, id)
  }
  function add(item: Item): void {
    // Kept where every tab finds it, before anybody is asked to send it.
    memory.put(item)
    mine = [...mine, item]
    show(shown())
  }
  function discard(id: ClientId): void {
    memory.drop(id)
    mine = without(mine, id)
    show(shown())
  }

  return {
    shown,
    base: () => base,
    onlyHere,
    take(next, lines, another = false) {
      const were = base.unsent
      base = next
      const inLog = new Set(mine.length ? lines.map(line => 'id' in line && line.id) : [])
      mine = mine.filter(item => !inLog.has(item.frame.id) && !isOver(item, were, another))
      show(shown())
    },
    does(event) {
      if (event.on === 'say') add(event.item)
      // What the leader has is the leader's to discard: it may be on its way.
      if (event.on === 'discard' && find(onlyHere(), event.id)) discard(event.id)
    }
  }
}

const isOpen = ({ fate }: Item) => fate.is === 'waiting' || fate.is === 'delayed'
