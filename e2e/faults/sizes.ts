import type { Kills, RunOptions } from './run.ts'

type Size = Omit<RunOptions, 'main' | 'seed' | 'kills'>

/** What `npm test` runs: a little more than a minute. */
export const usual: Size & { kills: Kills } = {
  conversations: 300,
  messages: 6,
  thinkMs: 1_000,
  rageMs: 45_000,
  patienceMs: 20_000,
  kills: {
    restMs: 3_000,
    crashes: ['before-commit:0.01', 'after-commit:0.01', 'after-send:0.01', 'after-settle:0.01']
  }
}

/** Enough to find a planted fault. Where the relay is killed, there must be something to say to the end. */
export const small: Size = {
  conversations: 80,
  messages: 6,
  thinkMs: 300,
  cutShort: true,
  rageMs: 60_000,
  patienceMs: 6_000
}

export const messagesUnderKills = 200
