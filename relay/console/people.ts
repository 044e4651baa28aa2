import type { Clock } from '../lib/clock.ts'
import type { Actor } from './access/door.ts'
import type { ConsoleStore, Presence } from './store.ts'

/** Somebody who has the console open. */
interface Person {
  name: string
  /** What visitors read. */
  shown: string
  state: Presence
}

const graceMs = 15_000

interface Here {
  who: Actor
  windows: number
  /** Calls off their departure. */
  stay?: (() => void) | undefined
}

type PeopleStore = Pick<ConsoleStore, 'presences' | 'keepPresence'>

/** Who is here, and may be given visitors. */
export class People {
  readonly #store: PeopleStore
  readonly #clock: Clock
  readonly #said: Map<string, Presence>
  readonly #here = new Map<string, Here>()
  readonly #watchers = new Set<() => void>()

  private constructor(store: PeopleStore, clock: Clock, said: Map<string, Presence>) {
    this.#store = store
    this.#clock = clock
    this.#said = said
  }

  /** Whatever was said before a restart holds after it. */
  static async remember(store: PeopleStore, clock: Clock): Promise<People> {
    const said = (await store.presences()).map(({ account, state }) => [account, state] as const)
    return new People(store, clock, new Map(said))
  }

  /** They are here until the answer is called, and for a moment after: a page that is loaded again is no departure. */
  come(who: Actor): () => void {
    const before = this.#here.get(who.name)
    const one = before ?? { who, windows: 0 }
    one.windows += 1
    one.stay?.()
    this.#here.set(who.name, one)
    if (!before) this.#changed()
    return () => this.#leave(one)
  }

  /** Nobody waits for these to come back: they may not. */
  gone(names: readonly string[]): void {
    for (const name of names) {
      this.#here.get(name)?.stay?.()
      this.#here.delete(name)
    }
    if (names.length > 0) this.#changed()
  }

  /** What somebody says of themselves holds until they say otherwise. False when it could not be stored. */
  async say({ name }: Actor, state: Presence): Promise<boolean> {
    if (!(await this.#store.keepPresence(name, state))) return false
    this.#said.set(name, state)
    this.#changed()
    return true
  }

  list(): readonly Person[] {
    return [...this.#here.values()]
      .map(({ who }) => ({ name: who.name, shown: who.shown ?? who.name, state: this.#stateOf(who) }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  }

  /** Is there anybody who may be given a visitor? */
  available(): boolean {
    return [...this.#here.values()].some(({ who }) => this.#stateOf(who) === 'available')
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => {
      this.#watchers.delete(changed)
    }
  }

  #leave(one: Here): void {
    one.windows -= 1
    if (one.windows > 0 || this.#here.get(one.who.name) !== one) return
    one.stay = this.#clock.after(graceMs, () => {
      this.#here.delete(one.who.name)
      this.#changed()
    })
  }

  /** Operators who only look are not waited for. */
  #stateOf({ name, role }: Actor): Presence {
    return this.#said.get(name) ?? (role === 'agent' ? 'available' : 'away')
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher()
  }
}
