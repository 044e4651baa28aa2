import type { Line } from '../connection/state.ts'
import { createMemory, type StorageLike } from '../storage.ts'
import { type SharedConnection, share } from './index.ts'
import { createLocks } from './play-locks.ts'
import { createRelay, type FakeRelay } from './play-relay.ts'
import type { ChannelLike, Tab } from './tab.ts'

// Downloaded before it is looked for, as browsers do the second time.
await import('./party.ts')

/** One tab of the browser. */
export interface FakePage {
  connection: SharedConnection
  texts(): string[]
  setVisible(visible: boolean): void
  /** The browser runs nothing of it, and does not free what it holds. */
  freeze(): void
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
  /** Time goes by. */
  pass(ms: number): Promise<void>
  /** Anybody's script speaks on the channel. */
  shout(message: unknown): void
}

interface Inside {
  channels: Set<Pipe>
  timers: { at: number; run(): void }[]
  frozen: boolean
  held: (() => void)[]
  sockets: { drop(): void }[]
}

interface Pipe extends ChannelLike {
  name: string
}

export function createBrowser(): FakeBrowser {
  const storage = new Map<string, string>()
  const locks = createLocks()
  const pages = new Set<Inside>()
  const world = { now: 0, ids: 0 }
  const relay = createRelay(run => setImmediate(run))

  /** What is due on a page waits while it is frozen, and never comes once it is gone. */
  const on = (page: Inside, run: () => void) => {
    if (!pages.has(page)) return
    if (page.frozen) page.held.push(run)
    else run()
  }
  const spread = (from: Pipe | undefined, message: unknown) => {
    const copy = structuredClone(message)
    const pipes = [...pages].flatMap(page => [...page.channels].map(pipe => ({ page, pipe })))
    const hears = ({ pipe }: { pipe: Pipe }) => pipe !== from && (!from || pipe.name === from.name)
    for (const { page, pipe } of pipes.filter(hears)) {
      const tell = () => page.channels.has(pipe) && pipe.onmessage?.({ data: copy } as never)
      setImmediate(() => on(page, tell))
    }
  }
  const openChannel =
    (page: Inside) =>
    (name: string): ChannelLike => {
      const pipe: Pipe = {
        name,
        onmessage: null,
        postMessage(message) {
          if (!page.channels.has(pipe)) throw new Error('Channel is closed')
          if (pages.has(page)) spread(pipe, message)
        },
        close: () => void page.channels.delete(pipe)
      }
      page.channels.add(pipe)
      return pipe
    }

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 40; quiet += 1) await new Promise(setImmediate)
  }

  return {
    relay,
    storage,
    settle,
    shout: message => spread(undefined, message),
    async pass(ms) {
      world.now += ms
      for (const page of pages) {
        const due = page.timers.filter(({ at }) => at <= world.now)
        page.timers = page.timers.filter(({ at }) => at > world.now)
        for (const { run } of due) on(page, run)
      }
      await settle()
    },
    open(visible = true, identity) {
      const page: Inside = { channels: new Set(), timers: [], frozen: false, held: [], sockets: [] }
      const shown = { visible, changed: new Set<() => void>() }
      pages.add(page)
      const tab: Tab = {
        locks: locks.of(page),
        openChannel: openChannel(page),
        isVisible: () => shown.visible,
        watch(changed) {
          shown.changed.add(changed)
          return () => shown.changed.delete(changed)
        }
      }
      const connection = share(
        {
          url: 'ws://relay',
          site: 'shop',
          identity: () => identity,
          memory: createMemory('shop', () => storageOf(storage)),
          openSocket() {
            const socket = relay.open()
            page.sockets.push(socket)
            return socket
          },
          environment: {
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
          }
        },
        tab
      )
      return {
        connection,
        texts: () => connection.state().view.lines.flatMap(textOf),
        setVisible(next) {
          shown.visible = next
          for (const changed of shown.changed) changed()
          if (next) connection.wake()
        },
        freeze() {
          page.frozen = true
        },
        thaw() {
          page.frozen = false
          for (const run of page.held.splice(0)) run()
        },
        kill() {
          pages.delete(page)
          for (const socket of page.sockets) socket.drop()
          locks.forget(page)
        }
      }
    }
  }
}

const textOf = (line: Line) => (line.kind === 'message' ? (line.content.text ?? []) : [])

function storageOf(kept: Map<string, string>): StorageLike {
  return {
    get length() {
      return kept.size
    },
    key: index => [...kept.keys()][index] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key)
  }
}
