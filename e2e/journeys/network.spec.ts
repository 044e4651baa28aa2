import { notices } from '../actors/notices.ts'
import { expect, test } from '../fixtures.ts'

test('[J8] the network is cut and comes back: what was typed meanwhile arrives, in order, once', async ({
  visitor,
  network,
  bot,
  agent
}) => {
  await visitor.beginsAChat()
  network.cut()
  for (const text of ['one', 'two', 'three']) await visitor.says(text)
  await visitor.seesAsWaiting('one')
  await visitor.seesAsWaiting('three')
  network.mend()
  await visitor.sees('You said: three')
  await visitor.hasSaid('one', 'two', 'three')
  await bot.hasHeard('one', 'two', 'three')
  await agent.findsInTheLog('one', 'two', 'three')
})

test('[J9] the visitor is told that they are offline, and that they are not any more', async ({
  visitor,
  network
}) => {
  await visitor.beginsAChat()
  network.cut()
  await visitor.sees(notices.offline)
  network.mend()
  await visitor.doesNotSee(notices.offline)
  await visitor.saysAndIsAnswered('one')
})

test('[J10] what could not be sent outlives a reload, and is sent when the visitor comes back', async ({
  visitor,
  network,
  agent
}) => {
  await visitor.beginsAChat()
  network.cut()
  await visitor.says('one')
  await visitor.seesAsWaiting('one')
  await visitor.reloads()
  network.mend()
  await visitor.visits()
  await visitor.opensTheChat()
  await visitor.sees('You said: one')
  await visitor.hasSaid('one')
  await agent.findsInTheLog('one')
})

test('[J24] two tabs of one visitor show the same, in the same order', async ({ visitor, agent }) => {
  await visitor.beginsAChat()
  const other = await visitor.opensAnotherTab()
  await other.visits()
  await other.opensTheChat()
  await visitor.saysAndIsAnswered('one')
  await other.saysAndIsAnswered('two')
  await visitor.saysAndIsAnswered('three')
  for (const tab of [visitor, other]) await tab.hasSaid('one', 'two', 'three')
  await agent.findsInTheLog('one', 'two', 'three')
})

for (const [what, happens] of [
  ['the network is there again', () => void dispatchEvent(new Event('online'))],
  ['somebody looks at the page again', () => void document.dispatchEvent(new Event('visibilitychange'))],
  ['the page comes back', () => void dispatchEvent(new Event('pageshow'))]
] as const) {
  test(`[W15] the socket comes back, whatever the clock of the page says, once ${what}`, async ({
    visitor,
    network,
    relay
  }) => {
    const { page } = visitor
    const sockets = () => relay.metric('footbridge_sockets')
    await page.clock.install()
    await visitor.beginsAChat()
    await page.clock.pauseAt(Date.now() + 60_000)
    network.cut()
    await expect.poll(sockets).toBe(0)
    network.mend()
    await page.evaluate(happens)
    await expect.poll(sockets).toBe(1)
  })
}
