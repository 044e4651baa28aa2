import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WidgetChannel } from '../channels/widget/index.ts'
import type { WidgetSite } from '../channels/widget/verify.ts'
import { createActivityHub } from '../conversation/activity.ts'
import { createFollow } from '../conversation/follow.ts'
import { createForgetting, type Forgetful } from '../conversation/forgetting.ts'
import type { Store } from '../conversation/store.ts'
import { quietLog } from '../lib/log.ts'
import { origin, Visitor } from './relay.ts'
import type { World } from './world.ts'

/** The widget's channel alone, on a core whose time stands still. */
export interface OpenChannel {
  /** Another socket of somebody on the site `shop`. */
  /** These conversations are gone from the store. */
  gone: Forgetful
  comes(): Visitor
  close(): Promise<void>
}

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

/** `store` is what the channel asks, where that is not the world's own. */
export async function openChannel(world: World, store: Store = world.store): Promise<OpenChannel> {
  const forgetting = createForgetting({ ...world, store, subscribers: undefined })
  const channel = new WidgetChannel({
    ...world,
    store,
    follow: createFollow(world.store, () => undefined),
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
    offers: () => ({ typing: true, handover: true, back: true, upload: false }),
    files: { attached: async () => undefined, handTo: (_, entry) => entry },
    eraseVisitor: visitor => forgetting.erase(visitor),
    meter: { sockets() {}, turnedAway() {} },
    addressOf: () => 'here'
  })
  forgetting.tell(gone => channel.erased(gone))
  const server = createServer().on('upgrade', (request, socket, head) =>
    channel.upgrade(request, socket, head)
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws?site=shop`
  return {
    gone: forgetting.gone,
    comes: () => new Visitor(url(), origin),
    async close() {
      channel.close()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
