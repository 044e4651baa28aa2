import { expect, test } from '../fixtures.ts'
import { longTalk } from '../long-talk.ts'
import { measureLog } from '../measure-log.ts'

test('[Z20] ten thousand messages are a log like any other', async ({ visitor, agent, relay }) => {
  test.setTimeout(180_000)
  await visitor.beginsAChat()
  await longTalk(visitor, agent, relay.url, 10_000)
  await visitor.visits()
  await visitor.opensTheChat()
  await visitor.sees('Message 10000')
  const numbers = await measureLog(visitor.page)
  console.log(JSON.stringify(numbers))
  expect(numbers.nodes).toBeLessThanOrEqual(300)
})
