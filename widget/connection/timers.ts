import type { Environment } from './environment.ts'

/** Timers by name: one that is started again begins anew. */
export interface Timers<Name> {
  start(name: Name, ms: number, run: () => void): void
  stop(name: Name): void
  stopAll(): void
}

export function createTimers<Name>({ after }: Environment): Timers<Name> {
  const running = new Map<Name, () => void>()
  function stop(name: Name): void {
    running.get(name)?.()
    running.delete(name)
  }
  return {
    stop,
    stopAll: () => [...running.keys()].forEach(stop),
    start(name, ms, run) {
      stop(name)
      running.set(
        name,
        after(ms, () => {
          running.delete(name)
          run()
        })
      )
    }
  }
}
