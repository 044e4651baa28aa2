import { expect, test } from 'vitest'
import type { Store } from '../../conversation/store.ts'
import { openChannel } from '../../testing/channel.ts'
import { createWorld } from '../../testing/world.ts'

test('[U26] who is erased while another device of theirs says hello is told so there too', async () => {
  const world = createWorld()
  const { store } = world
  let meanwhile = async (): Promise<unknown> => undefined
  // The last question of a hello: whatever happens here happens between the looking up and the coming in.
  const slow: Store = {
    ...store,
    async seen(conversation) {
      await meanwhile()
      return store.seen(conversation)
    }
  }
  const { comes, close } = await openChannel(world, slow)
  const phone = comes()
  const { token } = await phone.hello({ version: 2 })
  meanwhile = async () => {
    await phone.send({ type: 'erase' })
    await phone.closed
  }
  const laptop = comes()
  await laptop.send({ type: 'hello', version: 2, site: 'shop', token })
  expect((await laptop.closed).reason).toBe('erased')
  await close()
  await world.close()
})

test('[LW6] who has a conversation open that is erased because of its age is told so, and nobody else', async () => {
  const world = createWorld()
  const { comes, gone, close } = await openChannel(world)
  const [mine, other] = [comes(), comes()]
  const { conversation } = await mine.hello({ version: 2 })
  await other.hello({ version: 2 })
  await world.store.erase({ conversation })
  gone([conversation])
  expect((await mine.closed).reason).toBe('erased')
  await other.send({ type: 'say', id: 'client-say-0001', text: 'Still here' })
  await other.heard(frame => frame.type === 'said')
  await close()
  await world.close()
})
