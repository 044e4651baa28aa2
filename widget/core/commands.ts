import type { Changes, Footbridge, Identity } from '../api.ts'
import type { Files } from '../files.ts'
import type { Hook } from '../page/hooks.ts'
import type { Stage } from '../stage.ts'
import { check, checkChanges, isIdentity } from './check.ts'
import { beginLife, type Life } from './life.ts'

interface Company {
  /** All that run on this page. */
  instances: readonly Footbridge[]
  leave(): void
}

type Commands = Omit<Footbridge, 'site' | 'target' | 'instances' | 'destroy'>

/** What a page can do with one widget. */
export function createCommands(stage: Stage, files: Files, { instances, leave }: Company): Footbridge {
  const life = beginLife(stage, files)
  const { settings, root } = stage
  return {
    site: settings.site,
    target: settings.target,
    instances,
    ...sight(stage, life),
    ...talk(life),
    ...whoAndHow(stage, files, life),
    ...attention(life),
    async destroy() {
      if (!life.end()) return
      root.host.remove()
      leave()
      life.emit('destroyed', undefined)
    }
  }
}

function sight({ box, button, settings }: Stage, { show, now }: Life) {
  return {
    open: () => show(true),
    close: () => show(false),
    toggle: () => show(!now.open),
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
    startOver: () => command('startOver'),
    erase: () => command('erase')
  } satisfies Partial<Commands>
}

/** What the chat is told if it runs, and else finds when it begins. */
function whoAndHow(stage: Stage, files: Files, { chat, now }: Life) {
  const { settings, look } = stage
  return {
    async identify(identity: Identity) {
      check(isIdentity(identity), 'identity')
      settings.identity = identity
      await chat.now()?.command('identify', [])
    },
    async logout() {
      settings.identity = undefined
      const { forget } = await files.chat()
      if (chat.now()) await chat.now()?.command('identify', [])
      else forget(settings.site)
    },
    async set(changes: Changes) {
      checkChanges(changes)
      Object.assign(settings, changes)
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
  function attend(what: unknown): void {
    check(typeof what === 'function', 'listener')
    now.attended = true
    void chat.now()?.command('attend', [])
  }
  return {
    on(event, listener) {
      attend(listener)
      return on(event, listener)
    },
    before(hook, look) {
      attend(look)
      const one: Hook = { hook, look: look as Hook['look'] }
      hooks.add(one)
      return () => hooks.delete(one)
    }
  }
}
