import type { Caller } from './call.ts'
import { type Clock, systemClock } from './clock.ts'

/** What came of one HTTP exchange, for whoever measures. */
interface Exchange {
  /** Missing where no answer came. */
  status?: number
  tookMs: number
}
export type OnExchange = (exchange: Exchange) => void

/** The same caller, that tells how each exchange went. */
export function listened(
  caller: Caller,
  onExchange: OnExchange | undefined,
  clock: Clock = systemClock
): Caller {
  if (!onExchange) return caller
  return {
    async send(request) {
      const began = clock.now()
      const result = await caller.send(request)
      onExchange({ tookMs: clock.now() - began, ...(result.kind === 'answer' && { status: result.status }) })
      return result
    },
    close: () => caller.close()
  }
}
