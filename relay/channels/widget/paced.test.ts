import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { createActivityHub } from '../../conversation/activity.ts'
import { createFollow } from '../../conversation/follow.ts'
import { quietLog } from '../../lib/log.ts'
import { bot } from '../../testing/entries.ts'
import { origin, Visitor } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'
import { createWorld, type World } from '../../testing/world.ts'
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

let world: World
let channel: WidgetChannel
let server: Server

beforeEach(async () => {
  world = createWorld()
  channel = new WidgetChannel({
    ...world,
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
    offers: () => ({ typing: true, handover: true, back: true }),
    forget() {},
    meter: { sockets() {}, turnedAway() {} },
    addressOf: () => 'here'
  })
  server = createServer().on('upgrade', (request, socket, head) => channel.upgrade(request, socket, head))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  channel.close()
  await new Promise(resolve => server.close(resolve))
  await world.close()
})

const comes = () =>
  new Visitor(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws?site=shop`, origin)
const shown = ({ frames }: Visitor) =>
  frames.flatMap(frame => (frame.type === 'entries' ? frame.entries : [])).map(({ seq }) => seq)
const answer = (conversation: ConversationId, text: string, pauseMs: number) =>
  world.accept(conversation, {
    kind: 'received',
    via: bot,
    ids: [text],
    content: { kind: 'text', text },
    payloads: [],
    raw: null,
    pauseMs
  })

test('[K16] what came together is shown in its time, with the bot typing between', async () => {
  const visitor = comes()
  const { conversation, token } = await visitor.hello()
  await until(() => shown(visitor).length === 1)
  for (const [text, pauseMs] of [
    ['one', 0],
    ['two', 300],
    ['three', 300]
  ] as const) {
    await answer(conversation, text, pauseMs)
  }
  await visitor.heard(frame => frame.type === 'typing')
  expect(shown(visitor)).toEqual([1, 2])
  world.clock.move(300)
  await until(() => shown(visitor).length === 3)
  await visitor.heard(() => visitor.frames.filter(({ type }) => type === 'typing').length === 2)
  expect(shown(visitor)).toEqual([1, 2, 3])
  world.clock.move(300)
  await until(() => shown(visitor).length === 4)

  world.clock.move(20_000)
  const later = comes()
  await later.hello({ token })
  await until(() => shown(later).length === 4)
  visitor.end()
  later.end()
})
