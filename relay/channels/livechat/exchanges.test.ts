import { expect, test } from 'vitest'
import { heard, owed } from '../../testing/calls.ts'
import { address, createWorld } from './world.contract.ts'

test('[OP1] each exchange with LiveChat is told with its status, and of other calls nothing', async () => {
  const world = await createWorld()
  const statuses: (number | undefined)[] = []
  const call = { ...owed(heard(null)), address }
  const send = () => world.channel.send(call, ({ status }) => statuses.push(status))
  expect(await send()).toEqual({ kind: 'taken' })
  world.answers('send_event', 'internal')
  expect((await send()).kind).toBe('later')
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 422])
  const many = statuses.length
  await world.channel.send(call)
  expect(statuses).toHaveLength(many)
  await world.close()
})
