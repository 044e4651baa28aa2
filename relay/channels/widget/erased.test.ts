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
