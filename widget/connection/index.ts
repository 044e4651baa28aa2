import type { Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import { type Environment, realEnvironment } from './environment.ts'
import { machine } from './machine.ts'
import type { Memory } from './memory.ts'
import { createPerformer } from './perform.ts'
import type { SocketLike } from './socket.ts'
import { initial, type State } from './state.ts'
import type { Event } from './step.ts'
import { type Times, usualTimes } from './times.ts'
import type { Item } from './unsent.ts'

export interface ConnectOptions {
  url: string
  site: string
  memory: Memory
  openSocket(url: string): SocketLike
  onChange?(state: State): void
  locale?: string | undefined
  page?(): Page
  environment?: Environment
  times?: Partial<Times>
}

export interface Connection {
  /** How everything stands now. Each change is a new object. */
  state(): State
  /** Queues a text, and answers its client id. `of` is the form it answers. */
  say(text: string, of?: Seq): string
  /** Queues the press of an action, by its place in `actionsOf`. */
  press(seq: Seq, action: number, label: string): string
  retry(id: string): void
  discard(id: string): void
  /** Begins a new conversation, once this one is closed. */
  fresh(): void
  key(): void
  seen(seq: Seq): void
  /** The network may be back, or the page is looked at again. */
  wake(): void
  /** The page goes away, perhaps to come back: let the socket go until `wake`. */
  pause(): void
  /** For good. */
  close(): void
}

/** Talks to the relay until it is closed, whatever happens in between. */
export function connect(options: ConnectOptions): Connection {
  const { memory, environment = realEnvironment } = options
  let state = initial(memory.unsent())
  let over = false
  const perform = createPerformer(world(options, environment), happen)

  function happen(event: Event): void {
    if (over) return
    const { state: next, effects } = machine(state, event)
    const changed = next !== state
    state = next
    effects.forEach(perform)
    if (changed) options.onChange?.(state)
  }

  function queue(text: string, frame: Item['frame'], of: Seq | undefined): string {
    const conversation = of === undefined ? undefined : state.view.conversation
    // Strictly later than the one before: it is the order in which they are found after a reload.
    const at = Math.max(environment.now(), (state.unsent.at(-1)?.at ?? 0) + 1)
    happen({ on: 'say', item: { frame, text, at, conversation, fate: { is: 'waiting' } } })
    return frame.id
  }

  happen({ on: 'wake' })
  return {
    ...verbs(happen),
    state: () => state,
    say: (text, of) =>
      queue(text, { type: 'say', id: environment.newId(), text, ...(of !== undefined && { of }) }, of),
    press: (seq, action, label) =>
      queue(label, { type: 'postback', id: environment.newId(), seq, action }, seq),
    close() {
      happen({ on: 'pause' })
      over = true
    }
  }
}

function verbs(happen: (event: Event) => void) {
  return {
    retry: (id: string) => happen({ on: 'retry', id }),
    discard: (id: string) => happen({ on: 'discard', id }),
    fresh: () => happen({ on: 'fresh' }),
    key: () => happen({ on: 'key' }),
    seen: (seq: Seq) => happen({ on: 'seen', seq }),
    wake: () => happen({ on: 'wake' }),
    pause: () => happen({ on: 'pause' })
  }
}

function world(
  { url, site, locale, page, memory, openSocket, times }: ConnectOptions,
  environment: Environment
) {
  return {
    environment,
    memory,
    times: { ...usualTimes, ...times },
    makeSocket: () => openSocket(url),
    visit: () => ({ site, locale, token: memory.token(), page: page?.() })
  }
}
