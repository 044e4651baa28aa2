import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { claimBand, listenAnywhere } from './ports.ts'

/** Wants these bands, one after the other. */
function wanting(...bands: number[]) {
  let other = 0
  return () => bands.shift() ?? other++
}

test('two runs that want the same ports are given others, though nobody listens there yet', async () => {
  const [here, there] = [await claimBand(wanting(98)), await claimBand(wanting(98, 98, 99))]
  const [ours, theirs] = [await here.take(3), await there.take(3)]
  expect(ours.filter(port => theirs.includes(port))).toEqual([])
})

test('no port is given twice before all others were, and none that somebody listens on', async () => {
  const band = await claimBand(wanting(97, 96, 95, 94))
  const given = (await Promise.all(Array.from({ length: 20 }, () => band.take(2)))).flat()
  expect(new Set(given).size).toBe(40)
  const [next = 0] = await band.take(1)
  const stranger = createServer()
  await new Promise<void>(resolve => stranger.listen(next + 1, '127.0.0.1', resolve))
  expect(await band.take(1)).toEqual([next + 2])
  await new Promise(resolve => stranger.close(resolve))
  expect(await listenAnywhere(stranger)).toBeGreaterThan(0)
  stranger.close()
})
