import type { Environment } from './environment.ts'

/** Timers by name. One that is started again begins anew; but whoever is asked again has no more time to answer. */
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
      if (name === 'pong' && running.has(name)) return
      stop(name)
      running.set(
        name,
        after(ms, () => {
          stop(name)
          run()
        })
      )
    }
  }
}
