import type { RunOptions } from './run.ts'

type Size = Omit<RunOptions, 'main' | 'seed'>

/** What `npm test` runs: about a minute. */
export const usual: Size = {
  conversations: 300,
  messages: 6,
  thinkMs: 1_000,
  restMs: 3_000,
  rageMs: 600_000,
  patienceMs: 15_000,
  crashes: ['before-commit:0.01', 'after-commit:0.01', 'after-send:0.01', 'after-settle:0.01']
}

/** Enough to find a planted fault. */
export const small: Size = {
  conversations: 40,
  messages: 4,
  thinkMs: 300,
  restMs: 700,
  rageMs: 8_000,
  patienceMs: 3_000,
  crashes: ['before-commit:0.05', 'after-commit:0.05', 'after-send:0.05', 'after-settle:0.05']
}
