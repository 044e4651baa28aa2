import { expect, test } from '../fixtures.ts'

test('[J21] a page of a website that was not agreed upon gets no conversation', async ({
  visitor,
  agent,
  relay,
  website
}) => {
  await visitor.visits('/', website.foreign)
  await visitor.opensTheChat()
  await expect
    .poll(() => relay.metric('footbridge_sockets_turned_away_total{why="origin"}'))
    .toBeGreaterThan(0)
  await visitor.doesNotSee('Hello! I am the demo bot behind this widget.')
  expect(await agent.conversations()).toEqual([])
})

for (const page of ['/strict', '/nonce'] as const) {
  test(`[J22] the chat works, and looks right, on a page with the strictest policy: ${page}`, async ({
    visitor,
    inspector
  }) => {
    await visitor.beginsAChat()
    const usual = await inspector.looksOfTheChat()
    await visitor.visits(page)
    await visitor.opensTheChat()
    await visitor.sees('Hello! I am the demo bot behind this widget.')
    expect(await inspector.looksOfTheChat()).toEqual(usual)
    await visitor.saysAndIsAnswered('one')
  })
}

test('[J23] what a page’s styles do to everything, they do not do to the chat', async ({
  visitor,
  inspector
}) => {
  await visitor.beginsAChat()
  const usual = await inspector.looksOfTheChat()
  await visitor.visits('/hostile')
  await visitor.opensTheChat()
  await visitor.sees('Hello! I am the demo bot behind this widget.')
  expect(await inspector.looksOfTheChat()).toEqual(usual)
  await visitor.saysAndIsAnswered('one')
})

test('[J25] before anybody wants the chat, a page has its loader and nothing else', async ({
  visitor,
  inspector
}) => {
  await visitor.visits()
  await inspector.findsDownloaded('/widget.js')
  expect(await inspector.storedNames()).toEqual([])
  await visitor.pointsAtTheLauncher()
  for (const part of ['core', 'chat', 'en']) await inspector.findsAmongDownloads(part)
  expect(await inspector.storedNames()).toEqual([])
  await visitor.opensTheChat()
  await visitor.sees('Hello! I am the demo bot behind this widget.')
  expect(await inspector.storedNames()).toEqual(['footbridge:shop'])
})

test('[J26] a browser that keeps nothing chats for as long as its page is open', async ({
  visitor,
  network
}) => {
  await visitor.beginsAChat('/denied')
  await visitor.saysAndIsAnswered('one')
  network.cut()
  await visitor.says('two')
  await visitor.seesAsWaiting('two')
  network.mend()
  await visitor.sees('You said: two')
  await visitor.hasSaid('one', 'two')
})

test('[J31] a page that takes its chat away keeps no trace of it', async ({ visitor, inspector, relay }) => {
  await visitor.beginsAChat()
  await visitor.page.evaluate(() => window.Footbridge?.destroy())
  await expect(visitor.launcher).toHaveCount(0)
  await expect.poll(() => relay.metric('footbridge_sockets')).toBe(0)
  expect(await inspector.traces()).toEqual([])
})
