/** Time as a value, so that tests can hold it. Nothing else in the relay asks the machine for it. */
export interface Clock {
  /** ms since 1970. */
  now(): number
  /** Calls once after `ms`; returns how to call it off. Never keeps the process alive. */
  after(ms: number, call: () => void): () => void
  /** Calls every `ms`; returns how to stop. Never keeps the process alive. */
  every(ms: number, call: () => void): () => void
}

/** A timer of Node's that is to wait for longer goes off at once. */
const longestMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    let timer: NodeJS.Timeout
    const wait = (leftMs: number): void => {
      const next = leftMs > longestMs ? () => wait(leftMs - longestMs) : call
      timer = setTimeout(next, Math.min(leftMs, longestMs)).unref()
    }
    wait(ms)
    return () => clearTimeout(timer)
  },
  every(ms, call) {
    const timer = setInterval(call, ms).unref()
    return () => clearInterval(timer)
  }
}
