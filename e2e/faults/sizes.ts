import type { Kills, RunOptions } from './run.ts'
import type { Elsewhere } from './world.ts'

type Size = Omit<RunOptions, 'main' | 'seed' | 'kills'>

/** Nobody anywhere but on the first platform. */
export const nowhereElse: Elsewhere = { ebbot: 0, engage: 0, livechat: 0 }

/** What `npm test` runs: a little more than a minute, on a slow machine half a minute more. */
export const usual: Size & { kills: Kills } = {
  conversations: 200,
  elsewhere: { ebbot: 40, engage: 30, livechat: 30 },
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
  elsewhere: nowhereElse,
  messages: 6,
  thinkMs: 300,
  cutShort: true,
  rageMs: 60_000,
  patienceMs: 6_000
}

export const messagesUnderKills = 200
