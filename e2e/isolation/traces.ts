import type { Page } from '@playwright/test'

/** Run before any script of a page: from here on everything is noted that a script can leave running there. */
export async function noteTraces(page: Page): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { traces: [] }))
  for (const note of [noteTimers, noteObjects, noteListeners]) await page.addInitScript(note)
}

/** Everything that runs on the page or listens to it now. */
export function running(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    const noted: (() => string[])[] = Reflect.get(window, 'traces')
    return [...noted.flatMap(names => names()), ...[...held, ...pending].map(({ name }) => `lock ${name}`)]
  })
}

function noteTimers(): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window
  const { requestAnimationFrame, cancelAnimationFrame } = window
  const pending = new Map<string, true>()
  type Run = (...given: unknown[]) => void
  const noteTimer = (name: string, set: (run: Run, ms?: number) => number, once: boolean) => {
    const noted = (run: Run, ms?: number, ...given: unknown[]) => {
      const id = set((...more) => {
        if (once) pending.delete(`${name} ${id}`)
        run(...given, ...more)
      }, ms)
      pending.set(`${name} ${id}`, true)
      return id
    }
    Object.assign(window, { [name]: noted })
  }
  const noteClear = (name: string, clears: string, clear: (id: number) => void) => {
    const noted = (id: number) => {
      pending.delete(`${clears} ${id}`)
      clear(id)
    }
    Object.assign(window, { [name]: noted })
  }
  noteTimer('setTimeout', (run, ms) => setTimeout(run, ms), true)
  noteTimer('setInterval', (run, ms) => setInterval(run, ms), false)
  noteTimer('requestAnimationFrame', run => requestAnimationFrame(run), true)
  noteClear('clearTimeout', 'setTimeout', id => clearTimeout(id))
  noteClear('clearInterval', 'setInterval', id => clearInterval(id))
  noteClear('cancelAnimationFrame', 'requestAnimationFrame', id => cancelAnimationFrame(id))
  Reflect.get(window, 'traces').push(() => [...pending.keys()])
}

function noteObjects(): void {
  const { WebSocket, BroadcastChannel } = window
  const sockets = new Set<WebSocket>()
  const channels = new Set<BroadcastChannel>()
  const observers = new Set<object>()
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.add(this)
    }
  }
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name)
      channels.add(this)
    }
    override close(): void {
      channels.delete(this)
      super.close()
    }
  }
  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    const { observe, disconnect } = prototype
    Object.assign(prototype, {
      observe(this: object, ...given: unknown[]) {
        observers.add(this)
        Reflect.apply(observe, this, given)
      },
      disconnect(this: object) {
        observers.delete(this)
        Reflect.apply(disconnect, this, [])
      }
    })
  }
  Reflect.get(window, 'traces').push(() => [
    ...[...sockets].filter(({ readyState }) => readyState < 2).map(({ url }) => `socket ${url}`),
    ...[...channels].map(({ name }) => `channel ${name}`),
    ...[...observers].map(({ constructor }) => constructor.name)
  ])
}

function noteListeners(): void {
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const ears = new Map<object, Map<unknown, string>>()
  /** Elements go with the chat's own; what the page has for good does not. */
  const lasts = (target: object) => !(target instanceof Node) || target === document
  const earsOf = (target: object) => {
    const all = ears.get(target) ?? new Map<unknown, string>()
    ears.set(target, all)
    return all
  }
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, name, listener, options) {
    const target = this ?? window
    const { signal, once } = typeof options === 'object' ? options : {}
    const gone = () => earsOf(target).delete(listener)
    const own = target instanceof WebSocket || target instanceof AbortSignal
    if (listener && lasts(target) && !own && !signal?.aborted) {
      earsOf(target).set(listener, `${target.constructor.name} ${name}`)
      if (signal) addEventListener.call(signal, 'abort', gone)
      if (once) addEventListener.call(target, name, gone)
    }
    addEventListener.call(target, name, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    name,
    listener,
    options
  ) {
    const target = this ?? window
    earsOf(target).delete(listener)
    removeEventListener.call(target, name, listener, options)
  }
  Reflect.get(window, 'traces').push(() => [...ears.values()].flatMap(all => [...all.values()]))
}
