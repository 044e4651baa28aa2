import { expect, test } from 'vitest'
import type { Heard } from '../conversation/heard.ts'
import { quietLog } from '../lib/log.ts'
import { testClock } from '../testing/clock.ts'
import { until } from '../testing/until.ts'
import { startCatchUp } from './catch-up.ts'
import type { ConfiguredChannel } from './channel.ts'

const heard: Heard = {
  address: 'thread-1',
  input: { kind: 'said', by: 'visitor', id: 'event-0001', text: 'hello' }
}

test('[H10] what was lost is looked for at the start and every so often, failures and all', async () => {
  const clock = testClock()
  const looks = [async () => [heard], () => Promise.reject(new Error('down')), async () => [heard, heard]]
  let looked = 0
  const channel: ConfiguredChannel = {
    id: 'channels/care',
    webhookSecret: 'secret-of-the-webhook',
    verify: () => ({ ok: true }),
    receive: () => ({ ok: true, heard: [], ignored: [] }),
    destination: { concurrency: 1, send: async () => ({ kind: 'taken' }) },
    catchUp: {
      everyMs: 1_000,
      look() {
        looked += 1
        return looks[looked - 1]?.() ?? Promise.resolve([])
      }
    },
    close: async () => undefined
  }
  const got: Heard[] = []
  const stop = startCatchUp({
    channels: [channel],
    clock,
    log: quietLog,
    async hear(_, one) {
      got.push(one)
      return true
    }
  })
  await until(() => got.length === 1)
  for (const count of [2, 3]) {
    clock.move(1_000)
    await until(() => looked === count)
  }
  await until(() => got.length === 3)
  stop()
  clock.move(10_000)
  expect(looked).toBe(3)
})
