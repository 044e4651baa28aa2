import type { CDPSession, Page, Response } from '@playwright/test'
import { aLongSearch, aLongTimeline } from '../desk-stage/evening.ts'
import { DeskRelay } from '../desk-stage/relay.ts'
import { aYear, visitor as visitorSays } from '../desk-stage/scenes.ts'
import { DeskPage, expect, test } from '../desk-stage/stage.ts'

/** Of conversations, and of entries of one log. */
const [few, many] = [100, 10_000]
/** Entries that come while somebody looks. */
const news = 24

interface Cost {
  requests: number
  bytes: number
  /** Of the main thread itself, whatever else the machine does. */
  ms: number
  nodes: number
}

/** What something costs this page. What is asked for elsewhere than `under` does not count. */
async function costOf(page: Page, run: () => Promise<unknown>, under = ''): Promise<Cost> {
  const answers = new Map<string, Promise<number>>()
  const hear = (response: Response) => {
    const { pathname, search } = new URL(response.url())
    // What is read anew meanwhile counts once.
    if (pathname.startsWith(`/api/v1/conversations${under}`))
      answers.set(
        pathname + search,
        response.body().then(({ length }) => length)
      )
  }
  const tools = await page.context().newCDPSession(page)
  await tools.send('Performance.enable', { timeDomain: 'threadTicks' })
  page.on('response', hear)
  const before = await busyMs(tools)
  await run()
  const ms = (await busyMs(tools)) - before
  page.off('response', hear)
  await tools.detach()
  const sizes = await Promise.all(answers.values())
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), ms, nodes }
}

async function busyMs(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** A relay with so much in it, and the desk before it, signed in. */
async function deskOf(page: Page, size: number, hash = ''): Promise<DeskPage> {
  const relay = new DeskRelay()
  aYear(relay, size, size)
  aLongTimeline(relay, size)
  const desk = new DeskPage(page, relay, await relay.listen())
  await desk.begins(hash)
  return desk
}

const long = 'Long Story'
/** The desk's lists may still be on their way. */
const ofOne = '/cv_long'

async function opensLog(desk: DeskPage, size: number): Promise<Cost> {
  await desk.tab('Mine').click()
  await expect(desk.row(long)).toBeVisible()
  const opens = async () => {
    await desk.row(long).click()
    await expect(desk.log(long)).toContainText(`Line ${size - 2}.`)
  }
  return costOf(desk.page, opens, ofOne)
}

/** Measured with few, with as many as fill what is asked for at once, and with many. */
async function asItGrows(measure: (size: number) => Promise<Cost>): Promise<void> {
  const least = await measure(few)
  const less = await measure(1_000)
  const more = await measure(many)
  expect([less.requests, more.requests]).toEqual([least.requests, least.requests])
  expect(more.bytes / less.bytes, 'bytes').toBeLessThan(1.3)
  expect(more.nodes / least.nodes, 'nodes').toBeLessThan(1.3)
  expect(more.ms / less.ms, 'time of the main thread').toBeLessThan(3)
}

test('[OP60] [OP61] a log of 10,000 entries opens with what one of a hundred opens with', async ({
  page
}) => {
  await asItGrows(async size => {
    const desk = await deskOf(page, size)
    const cost = await opensLog(desk, size)
    await desk.relay.close()
    return cost
  })
})

test('[OP60] [OP61] the desk opens as well with 10,000 conversations as with a hundred', async ({ page }) => {
  await asItGrows(async size => {
    const relay = new DeskRelay()
    aYear(relay, size, few)
    const desk = new DeskPage(page, relay, await relay.listen())
    const cost = await costOf(page, async () => {
      await desk.begins()
      await desk.tab('All').click()
      await expect(desk.row('Visitor 3')).toBeVisible()
    })
    await relay.close()
    return cost
  })
})

test('[OP60] who waits comes as a whole, and is not asked for more often when hundreds do', async ({
  page
}) => {
  const requests: number[] = []
  for (const waiting of [4, 400]) {
    const relay = new DeskRelay()
    aYear(relay, many, few)
    for (let nth = 0; nth < waiting; nth += 1)
      relay.book.add(`cv_${nth * 25}`, [{ kind: 'handover', metadata: {}, until: Date.now() + 600_000 }])
    const desk = new DeskPage(page, relay, await relay.listen())
    const cost = await costOf(page, async () => {
      const answers = ['phase=agent', 'phase=waiting'].map(one =>
        page.waitForResponse(answer => answer.url().includes(one))
      )
      await desk.begins()
      await Promise.all(answers)
      await expect(page.getByRole('option').first()).toHaveAttribute('aria-setsize', String(waiting))
    })
    requests.push(cost.requests)
    await relay.close()
  }
  const [less, more] = requests
  expect(more).toBe(less)
  expect(more).toBeGreaterThan(0)
})

test('[OP62] one entry more in a log of 10,000, all of it here, costs the page little more than in a short one', async ({
  page
}) => {
  const each: number[] = []
  for (const size of [few, many]) {
    const desk = await deskOf(page, size)
    await opensLog(desk, size)
    await readsAll(desk)
    const costs: number[] = []
    for (let nth = 1; nth <= news; nth += 1) {
      const { ms } = await costOf(page, async () => {
        desk.relay.adds('cv_long', visitorSays(`News ${nth}.`, `id_news_${nth}`))
        await expect(desk.log(long)).toContainText(`News ${nth}.`)
      })
      costs.push(ms)
    }
    // The one in the middle: what the browser tidies up meanwhile comes on top of a few.
    each.push(costs.toSorted((a, b) => a - b)[news / 2] ?? Number.NaN)
    await desk.relay.close()
  }
  const [short = Number.NaN, whole = Number.NaN] = each
  expect(short).toBeGreaterThan(0)
  expect(whole / short).toBeLessThan(2)
})

/** Up to the beginning, and down again. */
async function readsAll(desk: DeskPage): Promise<void> {
  const log = desk.log(long)
  const up = async () => {
    await log.evaluate(one => one.scrollTo(0, 0))
    return log.innerText()
  }
  await expect.poll(up, { timeout: 20_000, intervals: [20] }).toContain('The conversation began')
  // The page hears of it in the next frame; what is drawn before that puts the log back where it was.
  const down = async () => {
    await log.evaluate(one => one.scrollTo(0, one.scrollHeight))
    return desk.page.locator('.newest').count()
  }
  await expect.poll(down, { intervals: [50] }).toBe(0)
}

test('[OP60] [OP61] a timeline is a page of the log, however long that is', async ({ page }) => {
  const costs: Cost[] = []
  for (const size of [few, many]) {
    const desk = await deskOf(page, size, '#/health')
    const opens = async () => {
      await page.goto(`${desk.url}#/conversations/cv_long`)
      await expect(page.locator('.entry-line')).toHaveCount(50)
    }
    costs.push(await costOf(page, opens, ofOne))
    await expect(page.getByText(`Entries ${size - 49} to ${size} of ${size}`)).toBeVisible()
    await desk.relay.close()
  }
  const [less, more] = costs
  if (!less || !more) throw new Error('it was not measured')
  expect(more.requests).toBe(less.requests)
  expect(more.bytes / less.bytes, 'bytes').toBeLessThan(1.3)
  expect(more.nodes / less.nodes, 'nodes').toBeLessThan(1.2)
})

test('[OP61] however often somebody goes on through what was found, the page holds what is near', async ({
  page
}) => {
  const relay = new DeskRelay()
  aLongSearch(relay, many)
  const desk = new DeskPage(page, relay, await relay.listen())
  await desk.begins('#/conversations?text=lamp')
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  const more = page.getByRole('button', { name: 'Show more' })
  const results = page.getByRole('region', { name: 'What was found' }).getByRole('listitem')
  const goesOn = async (known: number) => {
    // By key: a mouse that has only just scrolled here may come a frame before the rows above are as high as they are.
    await more.press('Enter')
    await expect(page.getByText(`${known + 30} or more conversations`)).toBeVisible()
  }
  for (const known of [30, 60]) await goesOn(known)
  const before = await elements()
  for (let known = 90; known < 600; known += 30) await goesOn(known)
  expect((await elements()) / before).toBeLessThan(1.5)
  // All of them are there for whoever scrolls, in their order and on their way.
  const scroller = page.locator('main.page')
  for (const [where, name] of [
    [0, 'Visitor 1'],
    [1, 'Visitor 600']
  ] as const) {
    await scroller.evaluate((one, share) => one.scrollTo(0, share * one.scrollHeight), where)
    await expect(results.getByText(name, { exact: true })).toBeInViewport()
  }
  await expect(results.last()).toHaveAttribute('aria-posinset', '600')
  await relay.close()
})
