import { Pages } from '../actors/pages.ts'
import { test as base, expect } from '../people.ts'
import { isOpenToAll } from '../states/open-to-all.ts'

const patience = { timeout: 20_000 }

interface Cast {
  pages: Pages
}

/** Otto runs the shop's relay. */
const test = base.extend<Cast>({
  pages: async ({ otto }, use) => {
    await otto.comesAs('otto')
    await use(new Pages(otto.page))
  }
})

test('[OP40] an agent sees none of the operators’ pages and loads none of them, whatever the address says', async ({
  anna
}) => {
  const loaded: string[] = []
  anna.page.on('request', request => loaded.push(new URL(request.url()).pathname))
  await anna.opens('#/health')
  await anna.signsIn('anna')
  await expect(anna.tab('Queue')).toBeVisible()
  await anna.page.keyboard.press('5')
  await anna.page.keyboard.press('?')
  await expect(anna.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(anna.page.getByText('For operators')).toHaveCount(0)
  await expect(new Pages(anna.page).nav).toHaveCount(0)
  expect(loaded.filter(path => /operators|uPlot|health|dead-letters/.test(path))).toEqual([])
})

test('[OP40] an agent who comes in where an operator has gone out sees none of the pages', async ({
  otto,
  pages
}) => {
  await pages.goes('Health')
  await otto.page.getByRole('button', { name: 'Sign out' }).click()
  await otto.signsIn('anna')
  await expect(otto.tab('Queue')).toBeVisible()
  await expect(pages.nav).toHaveCount(0)
  await otto.page.keyboard.press('5')
  await expect(pages.title('Health')).toHaveCount(0)
})

test('[OP40] [OP41] what a visitor said is found; a reload and the way back show the same', async ({
  visitor,
  pages
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('my zinnias are <b>ill</b>')
  await pages.goes('Conversations')
  await pages.searches('zinnias')
  await expect(pages.found('zinnias')).toHaveCount(1)
  await expect(pages.found('zinnias').locator('mark')).toHaveText(['zinnias'])
  await expect(pages.found('<b>ill</b>')).toHaveCount(1)
  await expect(page).toHaveURL(/#\/conversations\?text=zinnias$/)
  await page.getByLabel('Phase').selectOption('closed')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByText('Nothing was found.')).toBeVisible()
  await page.goBack()
  await expect(pages.found('zinnias')).toHaveCount(1)
  await page.reload()
  await expect(pages.found('zinnias')).toHaveCount(1)
  await expect(page.getByRole('searchbox')).toHaveValue('zinnias')
  await page.getByLabel('Site').fill('another')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing was found.')).toBeVisible()
})

test('[OP43] the timeline of a message shows every call, with its status, how long it took and why', async ({
  visitor,
  bot,
  pages
}) => {
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 503 }, 2)
  await visitor.saysAndIsAnswered('my tulips are tired')
  await pages.goes('Conversations')
  await pages.follows('tulips')
  const entry = pages.entry('my tulips are tired')
  await expect(entry.getByText('3 calls · taken')).toBeVisible(patience)
  await expect(entry.getByText('Relay', { exact: true })).toBeVisible()
  // The others are written where there is room for them, which is a matter of how long the calls took.
  await expect(entry.locator('svg text').last()).toHaveText('200')
  const rows = pages.steps('my tulips are tired')
  for (const [what, status, why] of [
    ['Accepted by the relay', '', ''],
    ['Committed to disk', '', ''],
    ['Sent to bots/support, call 1', '503', 'to be tried again'],
    ['Sent to bots/support, call 2', '503', 'to be tried again'],
    ['Sent to bots/support, call 3', '200', 'taken'],
    ['Acknowledged by bots/support', '', '']
  ] as const)
    await expect(
      rows.filter({ hasText: what }).filter({ hasText: status }).filter({ hasText: why })
    ).toHaveCount(1)
  await expect(rows.filter({ hasText: 'Sent to' }).first().getByRole('cell').nth(4)).toHaveText(/^\d/)
  // Who said it had it before.
  await expect(rows.filter({ hasText: 'Shown in' })).toHaveCount(0)
  await pages.page.getByRole('button', { name: 'You said: my tulips are tired' }).click()
  const answer = pages.steps('You said: my tulips are tired')
  await expect(answer.filter({ hasText: 'Shown in the visitor’s widget' })).toHaveCount(1)
})

test('[OP46] [OP47] a dead letter is looked at, revived, made again, and dropped with a reason', async ({
  visitor,
  bot,
  pages
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 400 }, 2)
  await visitor.says('my lilies are lost')
  await pages.goes('Dead letters')
  const letter = pages.letter('answered 400')
  await expect(letter).toHaveCount(1, patience)
  await letter.getByRole('button', { name: 'Show the call' }).click()
  await expect(page.getByRole('region', { name: 'The call' })).toContainText('my lilies are lost')
  await expect(page.getByRole('region', { name: 'The call' })).not.toContainText('access-token')
  // The bot refuses it once more.
  await letter.getByRole('button', { name: 'Revive' }).click()
  await pages.says('1 is owed again.')
  await expect(letter).toContainText('answered 400', patience)
  await letter.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Revive 1' }).click()
  await bot.hasHeard('my lilies are lost')
  await expect(page.getByText('There are no dead letters.')).toBeVisible(patience)

  await bot.willAnswer({ status: 400 }, 1)
  await visitor.says('my daisies are dead')
  await expect(letter).toHaveCount(1, patience)
  await letter.getByRole('button', { name: 'Drop' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('the visitor has called meanwhile')
  await page.getByRole('dialog').getByRole('button', { name: 'Drop' }).click()
  await pages.says('1 was dropped.')
  await expect(page.getByText('There are no dead letters.')).toBeVisible()
  await pages.goes('Conversations')
  await pages.follows('daisies')
  await expect(pages.steps('daisies').filter({ hasText: 'Dropped for bots/support' })).toContainText(
    'the visitor has called meanwhile'
  )
})

test('[OP45] health has the platform’s numbers first, draws them, and says the same in tables', async ({
  visitor,
  bot,
  pages
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 503 }, 1)
  await visitor.saysAndIsAnswered('one')
  await pages.goes('Health')
  const platform = page.getByRole('region', { name: 'bots/support' })
  await expect(platform.getByText('With errors')).toBeVisible()
  await expect(platform.getByText('Errors').first()).toBeVisible()
  await expect(platform.locator('canvas')).toHaveCount(2)
  await expect(platform.getByRole('img', { name: /Calls and errors a minute: bots\/support/ })).toBeVisible()
  await platform.getByText('As a table').first().click()
  await expect(platform.getByRole('table').getByRole('row').nth(1)).toContainText(/\d/)
  // It is read anew by itself.
  const calls = () => platform.locator('.number').first().locator('dd').innerText()
  const before = Number(await calls())
  await visitor.saysAndIsAnswered('two')
  await expect.poll(async () => Number(await calls()), patience).toBeGreaterThan(before)
})

test('[OP49] what fails, is forbidden or unknown says so, and what was known stays beside a failure', async ({
  visitor,
  pages
}) => {
  const { page } = pages
  await visitor.beginsAChat()
  await pages.goes('Health')
  const platform = page.getByRole('region', { name: 'bots/support' })
  await expect(platform).toBeVisible()
  const answers = (status: number) =>
    page.route('**/api/v1/health', route =>
      route.fulfill({ status, json: { error: 'x', says: 'the disk is full' } })
    )
  await answers(503)
  await page.keyboard.press('r')
  await expect(page.getByRole('alert')).toContainText('the disk is full')
  await expect(platform).toBeVisible()
  await answers(403)
  await page.keyboard.press('r')
  await expect(page.getByRole('alert')).toContainText('Your account may not see this.')
  await expect(platform).toHaveCount(0)
  await page.unroute('**/api/v1/health')
  await page.keyboard.press('r')
  await expect(platform).toBeVisible()
  await page.goto(`${page.url().split('#')[0]}#/conversations/cv_nobody`)
  await expect(page.getByRole('alert')).toContainText('There is no such thing')
})

test('[OP51] an operator finds a message and drops a dead letter with the keyboard alone', async ({
  visitor,
  bot,
  pages
}) => {
  const { page } = pages
  const { keyboard } = page
  await visitor.beginsAChat()
  await bot.willAnswer({ status: 400 }, 1)
  await visitor.says('my violets are vain')
  await keyboard.press('4')
  await expect(pages.title('Conversations')).toBeFocused()
  await keyboard.press('/')
  await keyboard.type('violets')
  await keyboard.press('Enter')
  await expect(pages.found('violets')).toHaveCount(1)
  await keyboard.press('Escape')
  await expect(pages.title('Conversations')).toBeFocused()
  await keyboard.press('j')
  await keyboard.press('Enter')
  await expect(pages.title(/Visitor/)).toBeFocused()
  await expect(pages.entry('violets')).toBeVisible()
  await keyboard.press('k')
  await expect(page.getByRole('button', { name: /violets|trouble|not be delivered/ }).last()).toBeVisible()
  await keyboard.press('6')
  await expect(pages.letter('answered 400')).toHaveCount(1, patience)
  await keyboard.press('j')
  await expect(page.getByRole('checkbox', { name: /for bots\/support/ })).toBeFocused()
  await keyboard.press('Space')
  await page.getByRole('button', { name: 'Drop 1' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Why' })).toBeFocused()
  await keyboard.type('a test')
  await keyboard.press('Enter')
  await expect(page.getByText('There are no dead letters.')).toBeVisible(patience)
  await keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('Go to the dead letters')).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('1')
  await expect(page.getByRole('tab', { name: 'Queue' })).toBeVisible()
})

type Sight = [name: string, go: (pages: Pages) => Promise<void>]

const sights: readonly Sight[] = [
  ['a search', pages => pages.goes('Conversations')],
  [
    'a timeline',
    async pages => {
      await pages.goes('Conversations')
      await pages.follows('lilies')
      await expect(pages.steps('my lilies are lost').first()).toBeVisible()
    }
  ],
  [
    'health',
    async pages => {
      await pages.goes('Health')
      await expect(pages.page.locator('canvas')).toHaveCount(2)
      await pages.page.getByText('As a table').first().click()
    }
  ],
  [
    'a dead letter',
    async pages => {
      await pages.goes('Dead letters')
      await pages.page.getByRole('button', { name: 'Show the call' }).click(patience)
      await expect(pages.page.getByRole('region', { name: 'The call' })).toBeVisible()
    }
  ],
  [
    'dropping',
    async pages => {
      await pages.goes('Dead letters')
      await pages.page.getByRole('button', { name: 'Drop' }).click(patience)
      await pages.page.getByRole('dialog').waitFor()
    }
  ],
  ['subscriptions', pages => pages.goes('Subscriptions')]
]

for (const [name, go] of sights)
  for (const width of [1_280, 390])
    test(`[OP50] nothing on the operators' pages is in anybody's way: ${name}, ${width} px wide`, async ({
      visitor,
      bot,
      pages
    }) => {
      await pages.page.emulateMedia({ reducedMotion: 'reduce' })
      await pages.page.setViewportSize({ width, height: 800 })
      await visitor.beginsAChat()
      await bot.willAnswer({ status: 400 }, 1)
      await visitor.says('my lilies are lost')
      await go(pages)
      await isOpenToAll(pages.page)
    })
