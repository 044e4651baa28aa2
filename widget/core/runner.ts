import type { Chat } from '../chat.tsx'

/** The chat behind the launcher: begun when somebody wants it, and begun again after it was stopped or failed. */
export interface Runner {
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

  return {
    start() {
      starting ??= run()
      return starting
    },
    now: () => running,
    stop() {
      starting = undefined
      running?.destroy()
      running = undefined
    }
  }
}
