import type { Page } from '@playwright/test'
import { aYear } from '../desk-stage/scenes.ts'
import { type DeskPage, expect, test } from '../desk-stage/stage.ts'
import { smallTargets } from '../desk-stage/targets.ts'
import { barriersOf } from '../states/barriers.ts'

const visitorSays = (text: string, id: string) =>
  ({ kind: 'message', by: 'visitor', id, content: { kind: 'text', text } }) as const

/** What has the focus, as a person would call it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
  })

async function answers(desk: DeskPage, name: string): Promise<void> {
  await desk.tab('Mine').click()
  await desk.row(name).click()
  await expect(desk.reply(name)).toBeFocused()
}

test('[DP2] why nobody could sign in is said in words, and how long to wait', async ({
  desk,
  page,
  relay
}) => {
  await desk.opens()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Enter your name and your password.')
  await desk.signsIn('anna', 'a wrong one')
  await expect(page.getByRole('alert')).toHaveText('The name or the password is wrong.')
  await expect(page.getByLabel('Password')).toBeFocused()
  relay.refuses.set('POST /sign-in', {
    status: 429,
    body: { error: 'tooOften', says: 'wait', waitMs: 1_500 }
  })
  await desk.signsIn()
  await expect(page.getByRole('alert')).toHaveText('Too many attempts. You can try again in 2 s.')
  const tries = desk.asked('/sign-in').length
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('You can try again now.')
  expect(desk.asked('/sign-in')).toHaveLength(tries)
  relay.refuses.clear()
  await page.keyboard.press('Enter')
  await expect(desk.row('Mara Lindqvist')).toBeVisible()
})

test('[DP2] whoever is signed out elsewhere finds what they had begun to write', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await desk.reply('Idris Bello').fill('I was about to say')
  relay.signsOut()
  await expect(page.getByText('You have been signed out.')).toBeVisible()
  await desk.signsIn()
  await expect(desk.reply('Idris Bello')).toHaveValue('I was about to say')
})

test('[DP3] who waits is listed, the longest first, with how long and why, and goes as they are taken', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  const rows = page.getByRole('navigation').getByRole('option')
  await expect(rows).toHaveText([
    /Mara Lindqvist.*12 min.*An invoice is wrong/s,
    /7f3k.*2 min.*Asked three times/s
  ])
  await expect(desk.tab('Queue')).toContainText('2')
  relay.adds('cv_mara', { kind: 'taken', name: 'Ben Okafor' })
  await expect(rows).toHaveCount(1)
  relay.adds('cv_tomas', {
    kind: 'handover',
    metadata: { reason: 'Prices' },
    until: Date.now() + 60_000,
    at: Date.now()
  })
  await expect(rows).toHaveText([/7f3k/, /Tomás Rey.*Prices/s])
})

test('[DP4] trouble that lasts is told, and what was missed is there when it is over', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  relay.adds('cv_sofia', visitorSays('Are you there?', 'id_sofia_2'))
  await expect(desk.row('Sofia Marin')).toContainText('Are you there?')
  relay.cuts()
  await expect(page.getByText('The connection is lost.')).toBeVisible()
  relay.adds('cv_idris', visitorSays('Said in between', 'id_idris_9'))
  relay.heals()
  await expect(desk.log('Idris Bello')).toContainText('Said in between')
  await expect(page.getByText('The connection is lost.')).toBeHidden()
})

test('[DP5] of two who take at once, one is told who was quicker', async ({ desk, page, relay }) => {
  await desk.begins()
  await desk.row('Mara Lindqvist').click()
  const body = { error: 'taken', says: 'somebody else has it', by: 'Ben Okafor' }
  relay.refuses.set('POST /conversations/cv_mara/take', { status: 409, body })
  await page.keyboard.press('t')
  await expect(page.getByText('Ben Okafor was a moment before you')).toBeVisible()
  relay.adds('cv_mara', { kind: 'taken', name: 'Ben Okafor' })
  await expect(desk.talk('Mara Lindqvist').getByText('Ben Okafor answers.')).toBeVisible()
})

test('[DP6] what could not be sent says so, and is sent again under its own id', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  const body = { error: 'notStored', says: 'not stored; try again' }
  relay.refuses.set('POST /conversations/cv_idris/say', { status: 503, body })
  await page.keyboard.type('On its way')
  await page.keyboard.press('Enter')
  await expect(desk.log('Idris Bello')).toContainText('Not sent. not stored; try again')
  relay.refuses.clear()
  await desk.log('Idris Bello').getByRole('button', { name: 'Try again' }).click()
  await expect(desk.log('Idris Bello')).not.toContainText('Not sent')
  await expect(desk.log('Idris Bello').getByText('On its way')).toHaveCount(1)
  const [first, second] = desk.asked('cv_idris/say')
  expect(second).toEqual(first)
})

test('[DP7] both sides see that the other types, and the agent what has been read', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await answers(desk, 'Sofia Marin')
  const typing = { conversation: 'cv_sofia', kind: 'typing', by: 'visitor' } as const
  relay.tells({ event: 'activity', data: { ...typing, state: 'start' } })
  await expect(page.getByText('Sofia Marin is typing…')).toBeVisible()
  relay.tells({ event: 'activity', data: { ...typing, state: 'stop' } })
  relay.tells({ event: 'activity', data: { conversation: 'cv_sofia', kind: 'seen', seq: 9 } })
  await expect(page.getByText('Read', { exact: true })).toBeVisible()
  await page.keyboard.type('Surely')
  await expect.poll(() => desk.asked('cv_sofia/typing')).toEqual([{ state: 'start' }])
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.asked('cv_sofia/typing')).toEqual([{ state: 'start' }, { state: 'stop' }])
})

test('[DP8] a note goes into the notes, looks like none of what is said, and the visitor sees no typing', async ({
  desk,
  page
}) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await page.keyboard.press('Control+i')
  await expect(desk.note('Idris Bello')).toBeFocused()
  await page.keyboard.type('A difficult one')
  await page.keyboard.press('Enter')
  await expect(desk.log('Idris Bello').getByText('Anna Berg · internal note')).toBeVisible()
  expect(desk.asked('cv_idris/note')).toMatchObject([{ text: 'A difficult one' }])
  expect(desk.asked('cv_idris/say')).toEqual([])
  expect(desk.asked('cv_idris/typing')).toEqual([])
})

test('[DP9] a canned reply is found by its shortcut and taken with the keyboard alone', async ({
  desk,
  page
}) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await page.keyboard.type('/ho')
  const offers = page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option')
  await expect(offers.first()).toContainText('/hours')
  await page.keyboard.press('Escape')
  await expect(offers).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await expect(offers.first()).toContainText('/hello')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(desk.reply('Idris Bello')).toHaveValue('Hello Idris Bello, I am Anna. How can I help?')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.asked('cv_idris/say').length).toBe(1)
})

test('[DP10] a conversation is handed back with what the bot should know', async ({ desk, page }) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect(page.getByRole('textbox', { name: 'For the bot' })).toBeFocused()
  await page.keyboard.type('order: L-1')
  await page.keyboard.press('Control+Enter')
  await expect(desk.log('Idris Bello')).toContainText('Handed back to the bot')
  expect(desk.asked('cv_idris/handback')).toEqual([{ metadata: { order: 'L-1' } }])
})

test('[DP10] a conversation is given to another agent, and leaves my list', async ({ desk, page }) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await page.getByRole('button', { name: 'Transfer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ben Okafor' }).click()
  await expect(page.getByText('Transferred to Ben Okafor.')).toBeVisible()
  await expect(desk.row('Idris Bello')).toHaveCount(0)
  expect(desk.asked('cv_idris/transfer')).toEqual([{ to: 'ben' }])
})

test('[DP10] an end is asked about first, and the way out has the focus', async ({ desk, page }) => {
  await desk.begins()
  await answers(desk, 'Idris Bello')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(desk.asked('cv_idris/close')).toEqual([])
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'End conversation' }).click()
  await expect(desk.talk('Idris Bello').getByText('This conversation has ended.')).toBeVisible()
})

test('[DP11] up to three stand side by side, and a reload opens the same', async ({ desk, page }) => {
  await page.setViewportSize({ width: 1_600, height: 800 })
  await desk.begins()
  await desk.tab('All').click()
  for (const name of ['Idris Bello', 'Sofia Marin', 'Ole Brandt'])
    await desk.row(name).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('log')).toHaveCount(3)
  await page.reload()
  await expect(page.getByRole('log')).toHaveCount(3)
  await page.setViewportSize({ width: 1_000, height: 800 })
  await expect(page.getByRole('log')).toHaveCount(1)
})

test('[DP12] [DP13] a whole turn with the keyboard alone, and the focus is always somewhere', async ({
  desk,
  page
}) => {
  await desk.begins()
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
  await page.keyboard.press('j')
  await expect.poll(() => focused(page)).toContain('7f3k')
  await page.keyboard.press('n')
  await expect(desk.reply('Mara Lindqvist')).toBeFocused()
  await page.keyboard.type('Hello, I have your invoice here.')
  await page.keyboard.press('Enter')
  await expect(desk.log('Mara Lindqvist')).toContainText('I have your invoice here.')
  await page.keyboard.press('Escape')
  await expect(desk.log('Mara Lindqvist')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(desk.log('Mara Lindqvist')).toBeFocused()
  await page.keyboard.press('w')
  await expect.poll(() => focused(page)).not.toBe('')
  await page.keyboard.press('2')
  await expect(desk.tab('Mine')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
})

test('[DP13] who is taken by another while one is at their row gives the focus to the next', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await expect.poll(() => focused(page)).toContain('Mara Lindqvist')
  relay.adds('cv_mara', { kind: 'taken', name: 'Ben Okafor' })
  await expect.poll(() => focused(page)).toContain('7f3k')
  relay.adds('cv_7f3k', { kind: 'taken', name: 'Ben Okafor' })
  await expect(desk.tab('Queue')).toBeFocused()
})

test('[DP14] what is unread is counted until it is looked at', async ({ desk, page, relay }) => {
  await desk.begins()
  relay.adds('cv_idris', visitorSays('One', 'id_idris_7'), visitorSays('Two', 'id_idris_8'))
  await expect(desk.tab('Mine').getByLabel('2 unread')).toBeVisible()
  await expect(page).toHaveTitle('(4) Footbridge console')
  await page.keyboard.press('u')
  await expect(desk.log('Idris Bello')).toContainText('Two')
  await expect(page).toHaveTitle('(2) Footbridge console')
})

test('[DP15] on a phone one pane is shown at a time, and the way back leads to the list', async ({
  desk,
  page
}) => {
  await page.setViewportSize({ width: 390, height: 780 })
  await desk.begins()
  await desk.row('Mara Lindqvist').click()
  await expect(desk.log('Mara Lindqvist')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await page.goBack()
  await expect(desk.row('Mara Lindqvist')).toBeFocused()
  await desk.row('Mara Lindqvist').click()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('log')).toHaveCount(0)
})

test('[DP17] 10,000 conversations and a log of 10,000 entries take a few rows of the page', async ({
  desk,
  page,
  relay
}) => {
  aYear(relay, 10_000, 10_000)
  await desk.begins()
  await desk.tab('All').click()
  await page.keyboard.press('End')
  const rows = page.getByRole('navigation').getByRole('option')
  await expect.poll(() => rows.count()).toBeLessThan(60)
  const list = page.locator('.scroller')
  await expect
    .poll(async () => {
      await list.evaluate(one => one.scrollTo(0, one.scrollHeight))
      return Number(await rows.last().getAttribute('aria-setsize'))
    })
    .toBeGreaterThan(2_000)
  expect(await rows.count()).toBeLessThan(60)
  await desk.tab('Mine').click()
  await desk.row('Long Story').click()
  const log = desk.log('Long Story')
  await expect(log).toContainText('Line 9998.')
  const reachBeginning = async () => {
    await log.evaluate(one => one.scrollTo(0, 0))
    return log.innerText()
  }
  await expect.poll(reachBeginning, { timeout: 30_000, intervals: [50] }).toContain('The conversation began')
  expect(await log.locator('li.entry').count()).toBeLessThan(120)
})

test('[DP17] a reader stays where they are while more comes, and is told how much', async ({
  desk,
  page,
  relay
}) => {
  aYear(relay, 5, 600)
  await desk.begins()
  await answers(desk, 'Long Story')
  const log = desk.log('Long Story')
  await expect(log).toContainText('Line 598.')
  await log.evaluate(one => one.scrollBy(0, -6_000))
  await expect(page.getByRole('button', { name: 'Newest' })).toBeVisible()
  const seen = () =>
    log.evaluate(one => {
      const { top } = one.getBoundingClientRect()
      const row = [...one.querySelectorAll('li')].find(each => each.getBoundingClientRect().bottom > top + 1)
      return [row?.textContent, Math.round((row?.getBoundingClientRect().top ?? 0) - top)]
    })
  await expect.poll(seen).toEqual(await seen())
  const before = await seen()
  relay.adds('cv_long', visitorSays('Something new', 'id_new_1'))
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
  expect(await seen()).toEqual(before)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(log.getByText('Something new')).toBeInViewport()
})

test('[DP18] nothing of what others send runs, and nothing is loaded from elsewhere', async ({
  desk,
  page,
  relay
}) => {
  const foreign: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(desk.url.replace('/console', ''))) foreign.push(request.url())
  })
  const script = '<img src=https://evil.example/x onerror="document.title=1"><script>alert(1)</script>'
  relay.book.opens(
    { id: 'cv_evil', name: script, page: script, site: script },
    visitorSays(`${script} javascript:alert(1)`, 'id_evil_1'),
    { kind: 'message', by: 'bot', content: { kind: 'image', url: 'javascript:alert(1)', alt: script } },
    { kind: 'message', by: 'bot', content: { kind: 'file', url: 'https://evil.example/a', name: script } },
    { kind: 'handover', metadata: { [script]: script }, until: Date.now() + 60_000 }
  )
  await desk.begins()
  await desk.row('evil.example').click()
  await page.keyboard.press('a')
  const talk = page.locator('.talk')
  await expect(talk.getByText('onerror').first()).toBeVisible()
  expect(await talk.locator('img, script, iframe').count()).toBe(0)
  expect(
    await talk.getByRole('link').evaluateAll(all => all.map(one => (one as HTMLAnchorElement).protocol))
  ).toEqual(expect.not.arrayContaining(['javascript:']))
  expect(foreign).toEqual([])
})

test('[DP19] whether an agent is available is changed by a key, and shown', async ({ desk, page }) => {
  await desk.begins()
  await expect(page.getByRole('switch')).toBeChecked()
  await page.keyboard.press('p')
  await expect(page.getByRole('switch')).not.toBeChecked()
  expect(desk.asked('/presence')).toEqual([{ state: 'away' }])
})

type Look = [name: string, enter: (desk: DeskPage, page: Page) => Promise<void>]

const looks: readonly Look[] = [
  ['signing in', desk => desk.opens()],
  [
    'a wrong password',
    async (desk, page) => {
      await desk.opens()
      await desk.signsIn('anna', 'a wrong one')
      await page.getByText('The name or the password is wrong.').waitFor()
    }
  ],
  ['the queue', desk => desk.begins()],
  [
    'an empty queue',
    async (desk, page) => {
      await desk.begins()
      for (const id of ['cv_mara', 'cv_7f3k']) desk.relay.adds(id, { kind: 'closed' })
      await page.getByText('Nobody is waiting.').waitFor()
    }
  ],
  [
    'who waits, and what is known',
    async (desk, page) => {
      await desk.begins()
      await desk.row('Mara Lindqvist').click()
      await page.keyboard.press('a')
      await page.getByText('Why the bot asked for a person').waitFor()
    }
  ],
  [
    'a conversation, and canned replies',
    async (desk, page) => {
      await desk.begins()
      await answers(desk, 'Idris Bello')
      await page.keyboard.type('/')
      await page.getByRole('listbox', { name: 'Canned replies' }).waitFor()
    }
  ],
  [
    'a note that could not be saved',
    async (desk, page) => {
      await desk.begins()
      await answers(desk, 'Idris Bello')
      desk.relay.refuses.set('POST /conversations/cv_idris/note', {
        status: 503,
        body: { error: 'notStored' }
      })
      await page.keyboard.press('Control+i')
      await page.keyboard.type('A difficult one')
      await page.keyboard.press('Enter')
      await page.getByText('Not sent.').waitFor()
    }
  ],
  [
    'one that is over',
    async (desk, page) => {
      await desk.begins()
      await desk.tab('All').click()
      await desk.row('Yuki Tanaka').click()
      await page.getByText('Rated 5 of 5').waitFor()
    }
  ],
  ...(['m', 'h', 'e', 's', '?'] as const).map(
    (key): Look => [
      `the sheet of ${key}`,
      async (desk, page) => {
        await desk.begins()
        await answers(desk, 'Idris Bello')
        await page.keyboard.press('Escape')
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
      }
    ]
  )
]

for (const [name, enter] of looks)
  test(`[DP16] nothing on the desk is in anybody's way: ${name}`, async ({ desk, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(desk, page)
    for (const width of [1_280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      // The page hears of its size with the next picture, and is another one then.
      await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await barriersOf(page), `${width} ${colorScheme}`).toEqual([])
      }
      expect.soft(await smallTargets(page, 24), `${width}`).toEqual([])
    }
    await page.emulateMedia({ forcedColors: 'active' })
    expect.soft(await barriersOf(page), 'forced colours').toEqual([])
  })
