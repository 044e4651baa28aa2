import type { Proxy } from './proxy.ts'
import type { Random } from './random.ts'
import type { Supervisor } from './supervisor.ts'
import { pause } from './wait.ts'

export interface NemesisOptions {
  relay: Supervisor
  proxy: Proxy
  random: Random
  /** The longest rest between two strikes. */
  restMs: number
}

const strikes = [
  ['kill', 45],
  ['freeze', 20],
  ['terminate', 10],
  ['cut', 25]
] as const
const shortestRestMs = 200
const freezeMs = 1_500

/** Strikes the relay and the network, each time it is up again, until it is called off. */
export async function rage(
  { relay, proxy, random, restMs }: NemesisOptions,
  off: AbortSignal
): Promise<void> {
  for (;;) {
    await relay.up()
    await pause(random.int(shortestRestMs, restMs), off)
    if (off.aborted) return
    const strike = random.pick(strikes)
    if (strike === 'kill') relay.kill()
    if (strike === 'terminate') relay.terminate()
    if (strike === 'freeze') await relay.freeze(random.int(100, freezeMs))
    if (strike === 'cut') proxy.cutAll()
  }
}
