import { begins } from '../actors/begins.ts'
import { Inspector } from '../actors/inspector.ts'
import { expect, test } from '../fixtures.ts'
import { noteTraces, running } from '../isolation/traces.ts'

test('[D1] a page says and hears, once it is open and before', async ({ visitor }) => {
  await visitor.visits()
  await visitor.page.evaluate(() => {
    Object.assign(window, { heard: [] as unknown[] })
    window.Footbridge?.on('message', ({ from, text }) => Reflect.get(window, 'heard').push([from, text]))
    window.Footbridge?.before('send', ({ text }) => text.replace('four', 'five'))
    window.Footbridge?.before('show', async ({ text }) => (text.includes('five') ? 'Heard.' : undefined))
    void window.Footbridge?.open()
    void window.Footbridge?.say('four')
  })
  await visitor.sees('Heard.')
  await visitor.hasSaid('five')
  await expect
    .poll(() => visitor.page.evaluate(() => Reflect.get(window, 'heard')))
    .toEqual(
      expect.arrayContaining([
        ['visitor', 'five'],
        ['bot', 'Heard.']
      ])
    )
})

test('[D1] a page writes for the visitor, and hides and shows the chat', async ({ visitor }) => {
  await visitor.visits()
  await visitor.page.evaluate(() => window.Footbridge?.hide())
  await expect(visitor.launcher).toBeHidden()
  await visitor.page.evaluate(() => window.Footbridge?.show())
  await expect(visitor.launcher).toBeVisible()
  await visitor.page.evaluate(() => window.Footbridge?.prefill('Where is my parcel?'))
  await visitor.page.evaluate(() => window.Footbridge?.open())
  await visitor.isWriting('Where is my parcel?')
  await expect(visitor.panel.locator('.row.mine')).toHaveCount(0)
})

test('[D3] what a page asks for wrongly is refused in words, and nothing else happens', async ({
  visitor
}) => {
  await visitor.visits()
  const told = await visitor.page.evaluate(async () => {
    const wrong = [
      window.Footbridge?.set({ theme: 'pink' as 'dark' }),
      window.Footbridge?.identify('somebody'),
      window.Footbridge?.say(''),
      window.Footbridge?.postback(99, 0)
    ]
    const settled = await Promise.allSettled(wrong.map(answer => Promise.resolve(answer)))
    return settled.map(one => (one.status === 'rejected' ? String(one.reason) : 'done'))
  })
  expect(told).toEqual(['theme', 'identity', 'text', 'action'].map(what => expect.stringContaining(what)))
})

test('[D7] a page that does nothing has made one request, whatever the script is called', async ({
  visitor,
  inspector
}) => {
  await visitor.visits()
  await inspector.findsDownloaded('/widget.js')
  expect(await inspector.storedNames()).toEqual([])
})

test('[D7] it is so too for a visitor who has a conversation from before', async ({
  visitor,
  inspector,
  relay
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('one')
  await visitor.writes('half a thou')
  const before = (await inspector.storedNames()).sort()
  const again = await visitor.opensAnotherTab()
  await visitor.page.close()
  await expect.poll(() => relay.metric('footbridge_sockets')).toBe(0)

  const { page } = again
  const inspecting = new Inspector(again)
  const sockets: string[] = []
  page.on('websocket', socket => sockets.push(socket.url()))
  await noteTraces(page)
  await again.visits()
  await page.mouse.move(1, 1)
  await page.mouse.wheel(0, 100)
  await page.evaluate(() => history.pushState(null, '', '/elsewhere'))
  await inspecting.findsDownloaded('/widget.js')
  expect(sockets).toEqual([])
  expect((await inspecting.storedNames()).sort()).toEqual(before)
  expect(
    (await running(page)).filter(one => !/^(Window popstate|Navigation |MutationObserver)/.test(one))
  ).toEqual([])

  await again.opensTheChat()
  await again.hasSaid('one')
  await again.isWriting('half a thou')
})

test('[D8] without consent nothing is stored and nothing connected', async ({
  visitor,
  inspector,
  relay
}) => {
  await visitor.visits()
  await begins(visitor.page, { early: { site: 'shop', consent: { text: 'May we keep what you write?' } } })
  await visitor.launcher.click()
  const question = visitor.page.getByRole('dialog', { name: 'Before we chat' })
  await expect(question).toContainText('May we keep what you write?')
  expect(await inspector.barriers()).toEqual([])
  expect(await inspector.storedNames()).toEqual([])
  expect(await relay.metric('footbridge_sockets')).toBe(0)
  await question.getByRole('button', { name: 'No, thanks' }).click()
  await expect(question).toHaveCount(0)
  expect(await inspector.storedNames()).toEqual([])
  await visitor.launcher.click()
  await question.getByRole('button', { name: 'Agree' }).click()
  await visitor.saysAndIsAnswered('yes')
})

test('[D9] a greeting is shown, opens the chat or is closed for good', async ({ visitor, inspector }) => {
  const first = { id: 'help', text: 'Can we help?' }
  await visitor.visits()
  await begins(visitor.page, { early: { site: 'shop', greetings: [first] } })
  const words = visitor.page.getByRole('button', { name: 'Can we help?' })
  await expect(words).toBeVisible()
  expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe('body')
  expect(await inspector.barriers()).toEqual([])
  expect(await inspector.storedNames()).toEqual([])
  await visitor.page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(words).toHaveCount(0)
  await visitor.visits()
  // One at a time: the second can only come because the first one does not.
  const greetings = [first, { id: 'more', text: 'Have you seen our roses?' }]
  await begins(visitor.page, { early: { site: 'shop', greetings } })
  await visitor.page.getByRole('button', { name: 'Have you seen our roses?' }).click()
  await expect(visitor.panel).toBeVisible()
  await expect(words).toHaveCount(0)
})

test('[D9] who came by themselves, or for whom it was hidden, is not greeted afterwards', async ({
  visitor
}) => {
  const words = visitor.page.getByRole('button', { name: 'Can we help?' })
  for (const way of ['open', 'hide'] as const) {
    await visitor.visits()
    await begins(visitor.page, { early: { site: 'shop', greetings: [{ id: 'help', text: 'Can we help?' }] } })
    await expect(words).toBeVisible()
    await visitor.page.evaluate(way => window.Footbridge?.[way](), way)
    await visitor.page.evaluate(() => window.Footbridge?.close())
    await visitor.page.evaluate(() => window.Footbridge?.show())
    await expect(visitor.launcher).toBeVisible()
    await expect(words).toHaveCount(0)
  }
})

test('[D10] where a site hides its widget it is hidden, also when the page becomes another', async ({
  visitor
}) => {
  await visitor.visits()
  await begins(visitor.page, { early: { site: 'shop', hiddenOn: ['^/checkout'] } })
  await expect(visitor.launcher).toBeVisible()
  await visitor.page.evaluate(() => history.pushState(null, '', '/checkout/pay'))
  await expect(visitor.launcher).toBeHidden()
  await visitor.page.evaluate(() => history.back())
  await expect(visitor.launcher).toBeVisible()
})

test('[D11] a widget that fills an element has no launcher and takes no focus', async ({ visitor }) => {
  await visitor.visits()
  await visitor.page.evaluate(() => {
    const place = document.createElement('div')
    place.id = 'help'
    place.style.height = '500px'
    document.querySelector('main')?.append(place)
  })
  await begins(visitor.page, { target: '#help' })
  await visitor.sees('Hello! I am the demo bot behind this widget.')
  await expect(visitor.launcher).toHaveCount(0)
  expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe('body')
  const inside = await visitor.page.locator('#help').boundingBox()
  expect(await visitor.panel.boundingBox()).toEqual(inside)
  await visitor.saysAndIsAnswered('inline')
})

test('[D12] a page is told of what it listens to, until it takes that back', async ({ visitor }) => {
  await visitor.visits()
  await visitor.page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    const { Footbridge } = window
    Footbridge?.on('open', () => told.push('open'))
    Object.assign(window, { off: Footbridge?.on('close', () => told.push('close')) })
  })
  await visitor.opensTheChat()
  await visitor.closesTheChat()
  await visitor.page.evaluate(() => Reflect.get(window, 'off')())
  await visitor.opensTheChat()
  await visitor.closesTheChat()
  expect(await visitor.page.evaluate(() => Reflect.get(window, 'told'))).toEqual(['open', 'close', 'open'])
})

test('[D13] what a page says of its visitor reaches the relay at once', async ({ visitor }) => {
  const sent: string[] = []
  visitor.page.on('websocket', socket => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await visitor.beginsAChat()
  await visitor.page.evaluate(() => window.Footbridge?.set({ page: { plan: 'gold' } }))
  await expect
    .poll(() => sent.filter(frame => JSON.parse(frame).type === 'page'))
    .toEqual([expect.stringContaining('"plan":"gold"')])
})
