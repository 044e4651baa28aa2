import type { Chat, Mounted } from './chat.tsx'

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

export function lazyChat(src: string): LazyChat {
  let loading: Promise<Module | undefined> | undefined
  let tries = 0
  let chat: Chat | undefined
  let gone = false

  // A browser may remember that an address failed, so each new try has its own.
  const address = () => new URL(CHAT_FILE + (tries ? `?${tries}` : ''), src).href

  function load(): Promise<Module | undefined> {
    loading ??= import(/* @vite-ignore */ address()).catch(() => {
      loading = undefined
      tries += 1
    })
    return loading
  }

  return {
    prefetch: load,
    async start(mounted) {
      const module = await load()
      if (module && !gone) chat ??= module.startChat(mounted)
      return !!module
    },
    show: open => chat?.show(open),
    destroy() {
      gone = true
      chat?.destroy()
    }
  }
}
