/** All that the connection needs from the world, so that tests can be the world. */
export interface Environment {
  now(): number
  /** Runs once after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void
  /** From 0 up to 1. */
  random(): number
  /** A new client id. */
  newId(): string
}

/** The world of browsers and of Node. */
export const realEnvironment: Environment = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  newId: () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
