import type { Chat, Mounted } from './chat.tsx'
import type { Settings } from './settings.ts'

/** The chat's file beside the loader, named by the build. */
declare const CHAT_FILE: string

/** The chat that is downloaded when somebody wants it, and started when somebody opens it. */
export interface LazyChat {
  prefetch(): Promise<unknown>
  /** False when it could not be loaded. */
  start(mounted: Mounted): Promise<boolean>
  show(open: boolean): void
  destroy(): void
}

type Module = typeof import('./chat.tsx')
type Start = Awaited<ReturnType<Module['prepare']>>

export function lazyChat(settings: Settings): LazyChat {
  let loading: Promise<Start | undefined> | undefined
  let tries = 0
  let chat: Chat | undefined
  let gone = false

  // A browser may remember that an address failed, so each new try has its own.
  const address = () => new URL(CHAT_FILE + (tries ? `?${tries}` : ''), settings.src).href

  function load(): Promise<Start | undefined> {
    loading ??= import(/* @vite-ignore */ address())
      .then((module: Module) => module.prepare(settings))
      .catch(() => {
        loading = undefined
        tries += 1
        return undefined
      })
    return loading
  }

  return {
    prefetch: load,
    async start(mounted) {
      const startChat = await load()
      if (startChat && !gone) chat ??= startChat(mounted)
      return !!startChat
    },
    show: open => chat?.show(open),
    destroy() {
      gone = true
      chat?.destroy()
    }
  }
}
