import type { Environment } from '../connection/environment.ts'
import type { Line } from '../connection/state.ts'
import { createMemory, type StorageLike } from '../storage.ts'
import { type SharedConnection, share } from './index.ts'
import { createLocks, type FakeLocks } from './play-locks.ts'
import { createRelay, type FakeRelay } from './play-relay.ts'
import type { ChannelLike, Tab } from './tab.ts'

// Downloaded before it is looked for, as browsers do the second time.
await import('./party.ts')

/** One tab of the browser. */
export interface FakePage {
  connection: SharedConnection
  /** What was found written, by each visitor who came. */
  drafts: string[]
  texts(): string[]
  setVisible(visible: boolean): void
  /** The browser runs nothing of it, and does not free what it holds. */
  freeze(): void
  isFrozen(): boolean
  thaw(): void
  /** Gone, without a word to anybody. */
  kill(): void
}

/** A browser with tabs of one site, in front of a relay; time and delivery are the test's. */
export interface FakeBrowser {
  relay: FakeRelay
  storage: Map<string, string>
  open(visible?: boolean, identity?: string): FakePage
  /** Lets everything happen that was to happen now. */
  settle(): Promise<void>
  /** Lets a little of it happen. */
  tick(steps: number): Promise<void>
  /** Time goes by. */
  pass(ms: number): Promise<void>
  /** Anybody's script speaks on the channel. */
  shout(message: unknown): void
}

interface Inside {
  channels: Set<Pipe>
  timers: { at: number; run(): void }[]
  visible: boolean
  changed: Set<() => void>
  frozen: boolean
  held: (() => void)[]
  sockets: { drop(): void }[]
  drafts: string[]
  /** What it knows of the storage that all have together: what others write it learns a little later. */
  storage: Map<string, string>
}

interface Pipe extends ChannelLike {
  name: string
}

/** What all tabs have together. */
interface World {
  storage: Map<string, string>
  locks: FakeLocks
  pages: Set<Inside>
  relay: FakeRelay
  now: number
  ids: number
}

export function createBrowser(storage = new Map<string, string>()): FakeBrowser {
  const relay = createRelay(run => setImmediate(run))
  const world: World = { storage, locks: createLocks(), pages: new Set(), relay, now: 0, ids: 0 }

  async function tick(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) await new Promise(setImmediate)
  }
  const settle = () => tick(40)

  return {
    relay,
    storage: world.storage,
    settle,
    tick,
    shout: message => spread(world, undefined, message),
    async pass(ms) {
      world.now += ms
      for (const page of world.pages) {
        const due = page.timers.filter(({ at }) => at <= world.now)
        page.timers = page.timers.filter(({ at }) => at > world.now)
        for (const { run } of due) on(world, page, run)
      }
      await settle()
    },
    open(visible = true, identity) {
      const page: Inside = {
        channels: new Set(),
        timers: [],
        visible,
        changed: new Set(),
        frozen: false,
        held: [],
        sockets: [],
        drafts: [],
        storage: new Map(world.storage)
      }
      world.pages.add(page)
      return handleOf(world, page, connectionOf(world, page, identity))
    }
  }
}

/** What is due on a page waits while it is frozen, and never comes once it is gone. */
function on({ pages }: World, page: Inside, run: () => void): void {
  if (!pages.has(page)) return
  if (page.frozen) page.held.push(run)
  else run()
}

/** To every channel of that name but the one it comes from; what comes from nowhere goes to all. */
function spread(world: World, from: Pipe | undefined, message: unknown): void {
  const copy = structuredClone(message)
  const pipes = [...world.pages].flatMap(page => [...page.channels].map(pipe => ({ page, pipe })))
  const hears = ({ pipe }: { pipe: Pipe }) => pipe !== from && (!from || pipe.name === from.name)
  for (const { page, pipe } of pipes.filter(hears)) {
    const tell = () => page.channels.has(pipe) && pipe.onmessage?.({ data: copy } as never)
    setImmediate(() => on(world, page, tell))
  }
}

function openChannel(world: World, page: Inside, name: string): ChannelLike {
  const pipe: Pipe = {
    name,
    onmessage: null,
    postMessage(message) {
      if (!page.channels.has(pipe)) throw new Error('Channel is closed')
      if (world.pages.has(page)) spread(world, pipe, message)
    },
    close: () => void page.channels.delete(pipe)
  }
  page.channels.add(pipe)
  return pipe
}

function connectionOf(world: World, page: Inside, identity: string | undefined): SharedConnection {
  const tell = (run: () => void) => on(world, page, run)
  const memory = createMemory('shop', () => storageOf(world, page))
  const options = {
    url: 'ws://relay',
    site: 'shop',
    identity,
    memory,
    onVisitor: () => void page.drafts.push(memory.draft()),
    openSocket() {
      const socket = world.relay.open(tell)
      page.sockets.push(socket)
      return socket
    },
    environment: environmentOf(world, page)
  }
  const tab: Tab = {
    locks: world.locks.of(page, tell),
    openChannel: name => openChannel(world, page, name),
    isVisible: () => page.visible,
    watch(changed) {
      page.changed.add(changed)
      return () => page.changed.delete(changed)
    }
  }
  return share(options, tab)
}

const environmentOf = (world: World, page: Inside): Environment => ({
  now: () => world.now,
  random: () => 0.5,
  newId: () => `id-${String((world.ids += 1)).padStart(8, '0')}`,
  after(ms, run) {
    const timer = { at: world.now + ms, run }
    page.timers.push(timer)
    return () => {
      page.timers = page.timers.filter(one => one !== timer)
    }
  }
})

function handleOf(world: World, page: Inside, connection: SharedConnection): FakePage {
  return {
    connection,
    drafts: page.drafts,
    texts: () => connection.state().view.lines.flatMap(textOf),
    setVisible(next) {
      page.visible = next
      for (const changed of page.changed) changed()
      if (next) connection.wake()
    },
    isFrozen: () => page.frozen,
    freeze() {
      page.frozen = true
    },
    thaw() {
      page.frozen = false
      for (const run of page.held.splice(0)) run()
    },
    kill() {
      world.pages.delete(page)
      for (const socket of page.sockets) socket.drop()
      world.locks.forget(page)
    }
  }
}

const textOf = (line: Line) => (line.kind === 'message' ? (line.content.text ?? []) : [])

function storageOf(world: World, page: Inside): StorageLike {
  const kept = page.storage
  function spreadChange(change: (storage: Map<string, string>) => void): void {
    change(kept)
    setImmediate(() => {
      change(world.storage)
      for (const other of world.pages) if (other !== page) setImmediate(() => change(other.storage))
    })
  }
  return {
    get length() {
      return kept.size
    },
    key: index => [...kept.keys()][index] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => spreadChange(storage => storage.set(key, value)),
    removeItem: key => spreadChange(storage => storage.delete(key))
  }
}
