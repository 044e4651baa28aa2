import type { Chat } from '../chat.tsx'

/** The chat behind the launcher: begun when somebody wants it, and begun again after it was stopped or failed. */
export interface Runner {
  /** Has it ready: nobody is told, nothing is asked for but its files. */
  build(): void
  start(): Promise<Chat>
  /** The one that runs. */
  now(): Chat | undefined
  stop(): void
}

export function createRunner(begin: () => Promise<Chat>): Runner {
  let starting: Promise<Chat> | undefined
  let running: Chat | undefined

  function run(): Promise<Chat> {
    const mine: Promise<Chat> = begin().then(
      chat => {
        if (starting === mine) {
          running = chat
          return chat
        }
        // It was stopped before it was there.
        chat.destroy()
        throw new Error('Footbridge: stopped')
      },
      failure => {
        if (starting === mine) starting = undefined
        throw failure
      }
    )
    return mine
  }

  function build(): Promise<Chat> {
    starting ??= run()
    return starting
  }

  return {
    build: () => void build().catch(() => {}),
    async start() {
      const chat = await build()
      // Unless it was stopped meanwhile.
      if (running === chat) chat.begin()
      return chat
    },
    now: () => running,
    stop() {
      starting = undefined
      running?.destroy()
      running = undefined
    }
  }
}
