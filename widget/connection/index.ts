import type { Seq } from '#shared/ids.ts'
import type { Page } from '#shared/wire/hello.ts'
import { type Environment, realEnvironment } from './environment.ts'
import { machine } from './machine.ts'
import type { Memory } from './memory.ts'
import { createPerformer } from './perform.ts'
import type { SocketLike } from './socket.ts'
import { initial, type State } from './state.ts'
import type { Event, Visit, Wanted } from './step.ts'
import { subjectOf } from './subject.ts'
import { type Times, usualTimes } from './times.ts'
import type { Item } from './unsent.ts'

export interface ConnectOptions {
  url: string
  site: string
  memory: Memory
  openSocket(url: string): SocketLike
  onChange?(state: State): void
  locale?: string | undefined
  /** Where the visitor is now. Asked before each hello. */
  page?(): Page
  /** The visitor's identity to begin with, signed by the website's server. */
  identity?: string | undefined
  /** This one was refused, or one is needed: nothing goes on until `identify`. */
  onIdentityRefused?(jwt: string | undefined): void
  preview?: string | undefined
  environment?: Environment
  times?: Partial<Times>
}

/** Who says hello, and at which address. */
export interface Visitor extends Visit {
  url: string
}

/** What waits for its turn and for its answer, before it has an id. */
export type Wish = Nameless<Item['frame']>
type Nameless<Frame> = Frame extends unknown ? Omit<Frame, 'id'> : never

export interface Connection {
  /** How everything stands now. Each change is a new object. */
  state(): State
  /** Who the visitor is, as the next hello would say it, and where. */
  visit(): Visitor
  /** Queues a text, and answers its client id. `of` is the form it answers. */
  say(text: string, of?: Seq): string
  /** Queues the press of an action, by its place in `actionsOf`. */
  press(seq: Seq, action: number, label: string): string
  /**
   * Queues anything else that the relay answers by its client id, and answers that: a file, a wish, a rating. It means something in this
   * conversation only, unless it is not `rooted`. `text` is what is shown of it until its entry comes.
   */
  queue(wish: Wish, text?: string, rooted?: boolean): string
  /** Begins a new conversation, once this one is closed: also by a close that is still on its way. */
  fresh(): void
  key(): void
  seen(seq: Seq): void
  wants(wanted: Wanted): void
  /**
   * Somebody else is there, or nobody who is known: begins with nothing. The same one with a new proof goes on, unless
   * it is said that this is `another`: of those whom nobody knows, nobody else can tell.
   */
  identify(jwt: string | undefined, another?: boolean): void
  /** The network may be back, or the page is looked at again. */
  wake(): void
  /** The page goes away, perhaps to come back: let the socket go until `wake`. */
  pause(): void
  /** For good. */
  close(): void
}

/** What is behind the verbs: takes events, and has a state. It has a socket from the first `wake` on. */
export interface Engine {
  state(): State
  happen(event: Event): void
  /** `another`: of somebody else than before. */
  identify(jwt: string | undefined, another: boolean): void
  close(): void
  /** Goes on from where another one stood. */
  adopt(state: State): void
  visit(): Visitor
}

export function createEngine(options: ConnectOptions): Engine {
  const { memory, environment = realEnvironment } = options
  let state = initial(memory.unsent())
  let over = false
  const visitor = createVisitor(options, environment)
  const times = { ...usualTimes, ...options.times }
  const world = { ...options, environment, times, visit: visitor.visit }
  const perform = createPerformer(world, happen)

  function happen(event: Event): void {
    if (over) return
    const { state: next, effects } = machine(state, event)
    const changed = next !== state
    state = next
    effects.forEach(perform)
    if (changed) options.onChange?.(state)
  }

  return {
    state: () => state,
    happen,
    identify(jwt, another) {
      visitor.is(jwt)
      happen({ on: 'identify', another })
    },
    adopt(next) {
      state = next
    },
    close() {
      happen({ on: 'pause' })
      over = true
    },
    visit: visitor.visit
  }
}

/** Talks to the relay until it is closed, whatever happens in between. */
export function connect(options: ConnectOptions): Connection {
  const engine = createEngine(options)
  let known = options.identity
  function identify(jwt: string | undefined, another = subjectOf(known) !== subjectOf(jwt)): void {
    known = jwt
    engine.identify(jwt, another)
  }
  engine.happen({ on: 'wake' })
  const { close, visit } = engine
  return { ...front(engine, options.environment ?? realEnvironment), identify, close, visit }
}

/** What the rest of the widget calls, in front of whatever takes the events. */
export const front = ({ state, happen }: Pick<Engine, 'state' | 'happen'>, environment: Environment) => ({
  ...verbs(happen),
  ...queueing(state, happen, environment),
  state
})

/** What is said, pressed or asked for waits in a queue until the relay has it. */
function queueing(state: () => State, happen: (event: Event) => void, { now, newId }: Environment) {
  function queue(wish: Wish, text = '', rooted = true): string {
    const { unsent, view } = state()
    // Strictly later than the one before: it is the order in which they are found after a reload.
    const at = Math.max(now(), ...unsent.map(item => item.at + 1))
    const conversation = rooted ? view.conversation : undefined
    const id = newId()
    happen({ on: 'say', item: { frame: { ...wish, id }, text, at, conversation, fate: { is: 'waiting' } } })
    return id
  }
  return {
    queue,
    say: (text: string, of?: Seq) => queue({ type: 'say', text, of }, text, of !== undefined),
    press: (seq: Seq, action: number, label: string) => queue({ type: 'postback', seq, action }, label)
  }
}

function verbs(happen: (event: Event) => void) {
  return {
    fresh: () => happen({ on: 'fresh' }),
    key: () => happen({ on: 'key' }),
    seen: (seq: Seq) => happen({ on: 'seen', seq }),
    wants: happen,
    wake: () => happen({ on: 'wake' }),
    pause: () => happen({ on: 'pause' })
  }
}

/** Who says hello, and from which page. */
function createVisitor(
  { url, site, locale, memory, preview, ...options }: ConnectOptions,
  { now }: Environment
) {
  const { page } = options
  let { identity } = options
  return {
    visit: (): Visitor => ({
      url,
      site,
      locale,
      preview,
      token: memory.token(),
      identity,
      page: page?.(),
      now: now()
    }),
    is(jwt: string | undefined): void {
      identity = jwt
    }
  }
}
