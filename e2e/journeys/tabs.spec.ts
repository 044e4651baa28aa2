import type { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'

/** The visitor's tabs, each with the chat open. */
async function openTabs(visitor: Visitor, count: number): Promise<Visitor[]> {
  await visitor.beginsAChat()
  const tabs = [visitor]
  while (tabs.length < count) {
    const tab = await visitor.opensAnotherTab()
    await tab.visits()
    await tab.opensTheChat()
    await tab.sees('Hello! I am the demo bot behind this widget.')
    tabs.push(tab)
  }
  return tabs
}

test('[TB1] five tabs of a visitor have one socket, one log and one order', async ({
  visitor,
  relay,
  bot
}) => {
  const tabs = await openTabs(visitor, 5)
  const texts = ['one', 'two', 'three', 'four', 'five']
  for (const [index, tab] of tabs.entries()) await tab.saysAndIsAnswered(texts[index] ?? '')
  for (const tab of tabs) await tab.hasSaid(...texts)
  expect(await relay.metric('footbridge_sockets')).toBe(1)
  await bot.hasHeard(...texts)
})

test('[TB2] the tab with the socket is closed while messages are on their way: each arrives once', async ({
  visitor,
  network,
  relay,
  bot
}) => {
  const tabs = await openTabs(visitor, 5)
  const [first, second, third] = tabs
  if (!first || !second || !third) throw new Error('five tabs')
  await second.saysAndIsAnswered('one')
  network.cut()
  await first.says('two')
  await second.seesAsWaiting('two')
  await third.says('three')
  await second.seesAsWaiting('three')
  await first.page.close()
  network.mend()
  await second.says('four')
  for (const tab of tabs.slice(1)) {
    await tab.sees('You said: four')
    await tab.hasSaid('one', 'two', 'three', 'four')
  }
  expect(await relay.metric('footbridge_sockets')).toBe(1)
  await bot.hasHeard('one', 'two', 'three', 'four')
})

test('[TB9] what is unread is the same in every tab, and is read in all once one has looked', async ({
  visitor,
  bot
}) => {
  const [first, second, third] = await openTabs(visitor, 3)
  if (!first || !second || !third) throw new Error('three tabs')
  for (const tab of [first, second, third]) await tab.closesTheChat()
  await bot.says('Are you there?')
  for (const tab of [first, second, third]) await tab.seesTheLauncherSay('Open chat, 1 unread')
  await second.opensTheChat()
  for (const tab of [first, third]) await tab.seesTheLauncherSay('Open chat')
})
