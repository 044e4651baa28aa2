import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createActivityHub } from '../../conversation/activity.ts'
import { createFollow } from '../../conversation/follow.ts'
import type { Store } from '../../conversation/store.ts'
import { quietLog } from '../../lib/log.ts'
import { origin, Visitor } from '../../testing/relay.ts'
import { createWorld } from '../../testing/world.ts'
import { WidgetChannel } from './index.ts'
import type { WidgetSite } from './verify.ts'

const plenty = { burst: 1_000, perSecond: 1_000 }
const shop: WidgetSite = {
  origins: [origin],
  visitor: {
    back: true,
    close: true,
    past: true,
    erase: true,
    rate: true,
    window: true,
    sound: true,
    notify: true
  },
  late: () => ({ title: 'Chat', maxText: 100 }),
  identity: undefined
}

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
  const channel = new WidgetChannel({
    ...world,
    store: slow,
    follow: createFollow(store, () => undefined),
    activity: createActivityHub(),
    sites: new Map([['shop', shop]]),
    log: quietLog,
    limits: {
      messages: plenty,
      frames: plenty,
      sockets: plenty,
      conversations: plenty,
      socketsAtOnce: 10,
      bufferedBytes: 1_000_000
    },
    secret: 'secret-of-the-relay-0',
    offers: () => ({ typing: true, handover: true, back: true }),
    forget() {},
    meter: { sockets() {}, turnedAway() {} },
    addressOf: () => 'here'
  })
  const server = createServer().on('upgrade', (request, socket, head) =>
    channel.upgrade(request, socket, head)
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const comes = () =>
    new Visitor(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws?site=shop`, origin)
  const phone = comes()
  const { token } = await phone.hello({ version: 2 })
  meanwhile = async () => {
    await phone.send({ type: 'erase' })
    await phone.closed
  }
  const laptop = comes()
  await laptop.send({ type: 'hello', version: 2, site: 'shop', token })
  expect((await laptop.closed).reason).toBe('erased')
  channel.close()
  await new Promise(resolve => server.close(resolve))
  await world.close()
})
