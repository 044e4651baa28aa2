import { realEnvironment } from '../connection/environment.ts'
import {
  type Connection,
  type ConnectOptions,
  createEngine,
  type Engine,
  front
} from '../connection/index.ts'
import type { State } from '../connection/state.ts'
import type { Event } from '../connection/step.ts'
import { subjectOf } from '../connection/subject.ts'
import { lazy } from '../lazy.ts'
import type { SiteMemory } from '../storage.ts'
import type { Party } from './party.ts'
import type { Tab } from './tab.ts'
import { strayMs, type Table } from './table.ts'

/** A connection that may be another tab's. */
export interface SharedConnection extends Connection {
  /** This tab has the socket: what is to happen once for all tabs happens here. */
  leads(): boolean
}

export interface ShareOptions extends ConnectOptions {
  memory: SiteMemory
  /** What is kept is this visitor's: told at first, and whenever it is another. */
  onVisitor?(): void
}

// Another number for each change of what tabs say to each other: those of two versions keep apart.
const language = 3

const others = lazy(() => import('./party.ts'))

/**
 * One socket for all tabs of a site in this browser, from the first `wake` on: it belongs to the tab that has the lock. Who finds the lock free has
 * the socket at once; all that it takes to share it is loaded when there is somebody to share with.
 */
export function share(options: ShareOptions, tab: Tab | undefined): SharedConnection {
  const { site, memory, environment = realEnvironment, onChange } = options
  let subject = adopt(options, options.identity)
  const engine = createEngine({ ...options, onChange: state => (seat ? seat.changed(state) : show(state)) })
  let shown = engine.state()
  let seat: Seat | undefined
  let over = false

  function show(state: State): void {
    shown = state
    onChange?.(state)
  }
  function leave(): void {
    seat?.leave()
    seat = undefined
    engine.happen({ on: 'pause' })
    show(engine.state())
  }
  function happen(event: Event): void {
    if (event.on === 'pause') leave()
    else if (event.on === 'wake' && tab && !seat && !over)
      seat = sit({ tab, engine, memory, environment, show, identified, ...tableOf(site, subject, tab) })
    else (seat ?? engine).happen(event)
  }
  function identified(jwt: string | undefined, another = whoIs(jwt) !== subject): void {
    if (!another) return engine.identify(jwt, another)
    const wasHere = !tab || seat
    leave()
    engine.identify(jwt, another)
    memory.keepDraft('')
    subject = adopt(options, jwt)
    if (wasHere) happen({ on: 'wake' })
  }
  function identify(jwt: string | undefined, another?: boolean): void {
    seat?.tell(jwt, another)
    identified(jwt, another)
  }
  function close(): void {
    leave()
    engine.close()
    over = true
  }

  const verbs = front({ state: () => shown, happen }, environment)
  return { ...verbs, identify, close, visit: engine.visit, leads: () => !tab || !!seat?.leads() }
}

/** Visitors of different names have neither a table nor what is unsent together. */
function tableOf(site: string, subject: string | undefined, { openChannel }: Tab) {
  const name = `footbridge:${site}:${language}:${subject ?? ''}`
  return { name, channel: openChannel(name) }
}

/** What is kept here is this visitor's from here on. Answers who that is. */
function adopt({ memory, onVisitor }: ShareOptions, jwt: string | undefined): string | undefined {
  const who = whoIs(jwt)
  memory.belongTo(who)
  onVisitor?.()
  return who
}

const whoIs = (jwt: string | undefined) => (jwt === undefined ? undefined : String(subjectOf(jwt)))

interface Seat extends Omit<Party, 'lost'> {
  /** Tells the other tabs who the visitor is. */
  tell(jwt: string | undefined, another: boolean | undefined): void
}

function begin({ engine, environment, memory }: Table): void {
  // While this page was away another may have sent what was left here, or have left something.
  engine.adopt({ ...engine.state(), unsent: memory.unsent() })
  engine.happen({ on: 'wake' })
  environment.after(strayMs, () => {
    if (engine.state().link.is !== 'idle')
      for (const item of memory.unsent()) engine.happen({ on: 'say', item })
  })
}

/** Whoever leads hears of it before this tab knows who that is. */
function ahead({ channel, engine }: Table, event: Event): Engine {
  channel.postMessage({ is: 'do', event })
  return engine
}

/** From when the page is there until it goes. */
function sit(table: Table): Seat {
  const { channel, engine, name, show, tab } = table
  let party: Party | undefined
  let release: (() => void) | undefined
  let gone = false

  async function meet(heard?: never): Promise<void> {
    const part = await others.load()
    if (gone) return
    if (part) party ??= part.join(table, release)
    // Without the part that shares, each tab has a socket of its own.
    else if (!release) begin(table)
    if (party && heard) channel.onmessage?.(heard)
  }
  function lost(): void {
    if (gone) return
    if (!release) return begin(table)
    release = undefined
    if (party) return party.lost()
    engine.happen({ on: 'pause' })
    void meet()
  }
  function hold(lock: unknown): Promise<void> | undefined {
    if (gone) return undefined
    if (!lock) return void meet()
    begin(table)
    return new Promise(resolve => {
      release = resolve
    })
  }

  channel.onmessage = heard => void meet(heard)
  tab.locks.request(name, { ifAvailable: true }, hold).catch(lost)

  return {
    leads: () => (party ? party.leads() : !!release),
    happen: event => (party ?? (release ? engine : ahead(table, event))).happen(event),
    changed: state => (party ? party.changed(state) : show(state)),
    tell: (jwt, another) => channel.postMessage({ is: 'identity', jwt, another }),
    leave() {
      gone = true
      party?.leave()
      engine.happen({ on: 'pause' })
      // Only now, so that there never are two sockets.
      release?.()
      channel.close()
    }
  }
}
