import type { Changes, Footbridge, Identity } from '../api.ts'
import type { Hook } from '../page/hooks.ts'
import type { Call, Queue, There } from '../queue.ts'
import type { Stage } from '../stage.ts'
import { check, checkChanges, isIdentity } from './check.ts'
import { createEvents } from './events.ts'
import { forget } from './forget.ts'
import type { Life } from './life.ts'

interface Widget {
  stage: Stage
  queue: Queue
  life: Life
}

type Commands = Omit<Footbridge, 'site' | 'target' | 'instances' | 'destroy'>

/** All that run on this page and were called, in the order in which they were. */
const instances: Footbridge[] = []

/** What a page can do with one widget. What it asked for until now is done. */
export function createCommands({ stage, queue, life }: Widget): void {
  const page: There = window
  const { settings } = stage
  const footbridge: Footbridge = {
    site: settings.site,
    target: settings.target,
    instances,
    ...sight(stage, life),
    ...talk(life),
    ...whoAndHow(stage, life),
    ...attention(life),
    async destroy() {
      if (life.signal.aborted) return
      end(stage, life)
      leave()
      life.emit('destroyed', undefined)
    }
  }
  function leave(): void {
    instances.splice(instances.indexOf(footbridge), 1)
    queue.all?.delete(settings.target ?? settings.site)
    if (page.Footbridge?.queue === queue) stand(page)
  }

  // Whoever looks for the queue here, to begin another widget, finds it behind the real one too.
  Object.defineProperty(footbridge, 'queue', { value: queue })
  queue.begun = footbridge
  instances.push(footbridge)
  if (page.Footbridge?.queue === queue) page.Footbridge = footbridge
  const run = ([name, given, answer]: Call) => answer(call(footbridge, name, given))
  queue.wake = () => queue.splice(0).forEach(run)
  queue.wake()
  queueMicrotask(() => life.emit('ready', undefined))
}

/** The first that is left has the page's name. */
function stand(page: There): void {
  const [first] = instances
  if (first) page.Footbridge = first
  else delete page.Footbridge
}

async function call(footbridge: Footbridge, name: string, given: unknown[]): Promise<unknown> {
  const command: unknown = Reflect.get(footbridge, name)
  if (typeof command !== 'function') throw new TypeError(`Footbridge: there is no command ${name}`)
  return command(...given)
}

function end({ root, look, watcher, settings }: Stage, { chat, now, ending }: Life): void {
  now.said += 1
  // Nobody is asked any more.
  settings.identity = undefined
  ending.abort(new Error('Footbridge: destroyed'))
  chat.stop()
  window.navigation?.removeEventListener('currententrychange', look)
  removeEventListener('popstate', look)
  watcher.disconnect()
  root.host.remove()
}

function sight({ box, button, settings }: Stage, { show, now }: Life) {
  function open(): Promise<void> {
    box.hidden = false
    return show(true)
  }
  return {
    open,
    close: () => show(false),
    toggle: () => (now.open ? show(false) : open()),
    async show() {
      box.hidden = false
      button.hidden = !!settings.target
    },
    hide() {
      box.hidden = button.hidden = true
      return show(false)
    }
  } satisfies Partial<Commands>
}

/** What only the chat can do: it is loaded and begun for that. */
function talk({ chat }: Life) {
  async function command(name: string, ...given: unknown[]): Promise<void> {
    const running = await chat.start()
    await running.command(name, given)
  }
  return {
    say: (text: string) => command('say', text),
    prefill: (text: string) => command('prefill', text),
    postback: (seq: number, action: number) => command('postback', seq, action),
    popOut: () => command('popOut'),
    startOver: () => command('startOver'),
    erase: () => command('erase')
  } satisfies Partial<Commands>
}

/** What the chat is told if it runs, and else finds when it begins. */
function whoAndHow(stage: Stage, { chat, now, signal }: Life) {
  const { settings, look } = stage
  return {
    async identify(identity: Identity) {
      check(isIdentity(identity), 'identity')
      settings.identity = identity
      now.said += 1
      await chat.now()?.command('identify', [])
    },
    async logout() {
      settings.identity = undefined
      now.said += 1
      const running = chat.now()
      if (running) await running.command('logout', [])
      else forget(settings.site)
    },
    async set(changes: Changes) {
      checkChanges(changes)
      signal.throwIfAborted()
      Object.assign(settings, changes)
      now.said += 1
      look()
      if (changes.page) await chat.now()?.command('page', [])
      if (!changes.locale || !chat.now()) return
      // Another language is drawn from the start; what was written is kept.
      chat.stop()
      const running = await chat.start()
      running.show(now.open)
    }
  } satisfies Partial<Commands>
}

function attention({ on, hooks, now, chat }: Life): Pick<Commands, 'on' | 'before'> {
  /** The chat that runs or begins loads its page's part; where that does not load, again when it is opened. */
  function attend(): void {
    const running = now.open ? chat.start() : Promise.resolve(chat.now())
    running.then(there => there?.command('attend', [])).catch(() => {})
  }
  let isReady = false
  const once = on('ready', () => {
    isReady = true
    once()
  })
  function begin(what: unknown): void {
    check(typeof what === 'function', 'listener')
    if (!now.attended) on('open', attend)
    now.attended = true
    attend()
  }
  return {
    on(event, listener) {
      begin(listener)
      const off = on(event, listener)
      if (!isReady) return off
      // What has been said once for all is said to whoever comes later.
      const late = createEvents()
      const offLate = late.on(event, listener)
      queueMicrotask(() => late.emit('ready', undefined))
      return () => {
        off()
        offLate()
      }
    },
    before(hook, look) {
      begin(look)
      const one: Hook = { hook, look: look as Hook['look'] }
      hooks.add(one)
      return () => hooks.delete(one)
    }
  }
}
