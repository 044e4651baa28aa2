import { expect, test } from '../fixtures.ts'
import { longTalk } from '../long-talk.ts'
import { heapOf, measureLog } from '../measure-log.ts'

test('[Z20] ten thousand messages are a log like any other', async ({ visitor, agent, relay }) => {
  test.setTimeout(240_000)
  await visitor.beginsAChat()
  const devtools = await visitor.page.context().newCDPSession(visitor.page)
  const empty = await heapOf(devtools)
  await longTalk(visitor, agent, relay.url, 10_000)
  await visitor.visits()
  await visitor.opensTheChat()
  await visitor.sees('Message 10000 ')
  const numbers = await measureLog(visitor.page, {
    count: 20,
    async run() {
      for (let more = 1; more <= 20; more += 1) await agent.says(`One more: ${more}.`)
      await visitor.sees('One more: 20.')
    }
  })
  console.log('with 10,000 messages', { ...numbers, heapOverEmptyMB: numbers.heapMB - empty })
  expect(numbers.nodes).toBeLessThanOrEqual(300)
})
