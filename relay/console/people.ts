import type { Clock } from '../lib/clock.ts'
import type { Actor } from './access/door.ts'
import type { ConsoleStore, Presence } from './store.ts'

/** Somebody who has the console open. */
export interface Person {
  name: string
  /** What visitors read. */
  shown: string
  state: Presence
}

/** Who is here, and may be given visitors. */
export interface People {
  /** They are here until the answer is called, and for a moment after: a page that is loaded again is no departure. */
  come(who: Actor): () => void
  /** What somebody says of themselves holds until they say otherwise. False when it could not be stored. */
  say(who: Actor, state: Presence): Promise<boolean>
  list(): readonly Person[]
  /** Is there anybody who may be given a visitor? */
  available(): boolean
  watch(changed: () => void): () => void
}

const graceMs = 15_000

interface Here {
  who: Actor
  windows: number
  /** Calls off their departure. */
  stay?: (() => void) | undefined
}

export async function createPeople(
  store: Pick<ConsoleStore, 'presences' | 'keepPresence'>,
  clock: Clock
): Promise<People> {
  const said = new Map((await store.presences()).map(({ account, state }) => [account, state]))
  const here = new Map<string, Here>()
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const watcher of watchers) watcher()
  }
  /** Operators who only look are not waited for. */
  const stateOf = ({ name, role }: Actor): Presence =>
    said.get(name) ?? (role === 'agent' ? 'available' : 'away')

  function leave(one: Here): void {
    one.windows -= 1
    if (one.windows > 0) return
    one.stay = clock.after(graceMs, () => {
      here.delete(one.who.name)
      changed()
    })
  }

  return {
    come(who) {
      const before = here.get(who.name)
      const one = before ?? { who, windows: 0 }
      one.windows += 1
      one.stay?.()
      here.set(who.name, one)
      if (!before) changed()
      return () => leave(one)
    },
    async say({ name }, state) {
      if (!(await store.keepPresence(name, state))) return false
      said.set(name, state)
      changed()
      return true
    },
    list: () =>
      [...here.values()]
        .map(({ who }) => ({ name: who.name, shown: who.shown ?? who.name, state: stateOf(who) }))
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    available: () => [...here.values()].some(({ who }) => stateOf(who) === 'available'),
    watch(watcher) {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    }
  }
}
