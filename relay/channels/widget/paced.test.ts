import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConversationId } from '#shared/ids.ts'
import { type OpenChannel, openChannel } from '../../testing/channel.ts'
import { bot } from '../../testing/entries.ts'
import type { Visitor } from '../../testing/relay.ts'
import { until } from '../../testing/until.ts'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
let channel: OpenChannel

beforeEach(async () => {
  world = createWorld()
  channel = await openChannel(world)
})
afterEach(async () => {
  await channel.close()
  await world.close()
})

const comes = () => channel.comes()
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
