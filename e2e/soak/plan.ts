import type { Random } from '../faults/random.ts'

/**
 * `cut`: what is open breaks, at once or in the middle of a frame. `offline`: there is no network for a while, and the
 * browser knows. `stall`: there is none, and nobody knows. `reload`: a tab is loaded anew. `replace`: it is closed, and
 * another is opened. `crash`: it dies. `freeze`: the hidden tab stops while the other goes on. `turn`: others are looked at.
 */
export type Mishap = 'cut' | 'offline' | 'stall' | 'reload' | 'replace' | 'crash' | 'freeze' | 'turn'

/** How many of each there are among 10,000 messages, half of which are the visitor's. */
const among: Record<Mishap, number> = {
  cut: 500,
  offline: 100,
  stall: 10,
  reload: 50,
  replace: 20,
  crash: 10,
  freeze: 10,
  turn: 60
}
const whole = 5_000
/** As many as a run has in which nothing else goes wrong. */
const alone = 10

/** A small run has some of everything all the same. */
function countOf(mishap: Mishap, texts: number, only: Mishap | undefined): number {
  if (only) return mishap === only ? alone : 0
  const due = Math.round((among[mishap] * texts) / whole)
  return Math.max(due, mishap === 'stall' || mishap === 'crash' ? 1 : 3)
}

/** How much is said at a stretch, and what goes wrong with it. */
export interface Stretch {
  texts: number
  mishap: Mishap
}

/** One mishap at a time, each in the middle of something, so that none is spent on what is broken already. */
export function planOf(texts: number, random: Random, only?: Mishap): Stretch[] {
  const mishaps = names.flatMap(mishap => Array.from({ length: countOf(mishap, texts, only) }, () => mishap))
  const drawn = mishaps.map(mishap => ({ mishap, at: random.next() }))
  const sorted = drawn.sort((one, other) => one.at - other.at)
  return sorted.map(({ mishap }, index) => ({
    mishap,
    texts: Math.max(1, share(index + 1, texts, sorted.length) - share(index, texts, sorted.length))
  }))
}

const share = (index: number, of: number, parts: number) => Math.round((index * of) / parts)
const names = ['cut', 'offline', 'stall', 'reload', 'replace', 'crash', 'freeze', 'turn'] as const

/** For a run in which nothing else goes wrong; none is named for all of them. */
export function mishapNamed(name: string | undefined): Mishap | undefined {
  const mishap = names.find(one => one === name)
  if (name && !mishap) throw new Error(`no mishap ${name}; there are ${names.join(', ')}`)
  return mishap
}
