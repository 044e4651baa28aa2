/** The time and its passing, as the desk takes them. */
export interface Clock {
  now(): number
  /** Calls back once, unless what is answered is called before. */
  after(ms: number, run: () => void): () => void
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
}

/** 22 letters that nobody else will think of; `randomUUID` is only there where the page came by https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replace(/[+/]/g, '-')
    .replace(/=/g, '')
}
