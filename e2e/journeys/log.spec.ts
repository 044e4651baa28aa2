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

test('[Z21] [Z22] [Z23] [Z24] who reads a long talk keeps the place, hears what is new, and moves by keyboard', async ({
  visitor,
  agent,
  relay
}) => {
  test.setTimeout(150_000)
  await visitor.beginsAChat()
  await longTalk(visitor, agent, relay.url, 150)
  await visitor.visits()
  await visitor.opensTheChat()
  await visitor.sees('Message 150 ')
  const { log, page, panel } = visitor

  // What is new is read aloud once; what was there is not.
  const aloud = panel.locator('.aloud')
  await expect(aloud).toHaveText('')
  await agent.says('Something **new**, with a [link](https://example.com).')
  await expect(aloud).toHaveText('Grace said: Something new, with a link.')

  // The list is one stop of Tab, and arrows move in it.
  await visitor.strikes('Shift+Tab')
  const focused = log.locator('.row:focus')
  await expect(focused).toContainText('Something new')
  await visitor.strikes('Enter')
  await expect(log.locator('a:focus')).toHaveText('link')
  await visitor.strikes('Escape')
  await expect(focused).toContainText('Something new')
  await visitor.strikes('ArrowUp')
  await expect(focused).toContainText('Message 150 ')
  // Home is the first row that is known, and brings those before it.
  await expect(async () => {
    await visitor.strikes('Home')
    await expect(focused).toContainText('Hello! I am the demo bot', { timeout: 500 })
  }).toPass()
  await expect(focused).toBeInViewport()
  await visitor.strikes('ArrowDown')
  await visitor.strikes('ArrowDown')
  await expect(focused).toContainText('person')

  // Nothing moves when something comes.
  const before = await focused.boundingBox()
  await agent.says('Nobody is disturbed by this.')
  await expect(panel.getByRole('button', { name: '1 new message' })).toBeVisible()
  expect(Math.abs(((await focused.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1)
  await page.screenshot({ path: 'test-results/log-pill.png' })
  await visitor.strikes('Shift+Tab')
  await expect(log.locator(':focus')).toHaveCount(0)
  await visitor.presses('1 new message')
  await visitor.seesTheEnd()

  // A long text is folded until somebody wants it.
  await agent.says(`## Long\n\n- **one**\n- two\n\n\`code\`\n\n${'word '.repeat(500)}the end`)
  const more = log.getByRole('button', { name: 'Show more' })
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await page.screenshot({ path: 'test-results/log-folded.png' })
  await more.click()
  await expect(log.getByText('the end')).toBeAttached()
})
