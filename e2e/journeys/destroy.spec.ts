import { begins } from '../actors/begins.ts'
import { expect, test } from '../fixtures.ts'
import { noteTraces, running } from '../isolation/traces.ts'

test('[D6] what is destroyed is gone without a trace, and begins again', async ({
  visitor,
  inspector,
  relay
}) => {
  const { page } = visitor
  await noteTraces(page)
  for (const life of ['first', 'second']) {
    if (life === 'first') await visitor.visits()
    else await begins(page)
    await visitor.opensTheChat()
    await visitor.says(life === 'first' ? 'cards' : 'picture')
    await visitor.sees(life === 'first' ? 'For busy sites.' : 'A picture, drawn just for you.')
    await visitor.writes('half a thou')
    const kinds = (await running(page)).map(one => one.split(' ')[0])
    expect(kinds).toEqual(
      expect.arrayContaining(['setTimeout', 'socket', 'MutationObserver', 'Window', 'lock'])
    )
    await page.evaluate(() => window.Footbridge?.destroy())
    await expect.poll(() => running(page), { timeout: 1_000 }).toEqual([])
    await expect.poll(() => relay.metric('footbridge_sockets')).toBe(0)
    expect((await inspector.traces()).filter(name => name !== 'traces')).toEqual([])
  }
})

test('[D6] nothing is left of one that was never opened', async ({ visitor, inspector }) => {
  await noteTraces(visitor.page)
  await visitor.visits()
  await visitor.page.evaluate(() => window.Footbridge?.destroy())
  expect(await running(visitor.page)).toEqual([])
  expect(await inspector.traces()).toEqual([])
})

test('[D6] [D23] nothing is left of one that was only drawn', async ({ visitor, inspector }) => {
  const { page } = visitor
  await noteTraces(page)
  await visitor.visits()
  await visitor.pointsAtTheLauncher()
  await expect(page.locator('footbridge-chat textarea')).toBeAttached()
  await page.evaluate(() => window.Footbridge?.destroy())
  await expect.poll(() => running(page), { timeout: 1_000 }).toEqual([])
  expect((await inspector.traces()).filter(name => name !== 'traces')).toEqual([])
})
