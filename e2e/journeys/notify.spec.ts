import type { Page } from '@playwright/test'
import { sound, watchBells } from '../actors/bells.ts'
import { givesLeave } from '../actors/leave.ts'
import type { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'
import { everything, opened, says } from '../stage/contents.ts'
import { openStage } from '../stage/stage.ts'

const notice = 'New message from Assistant'

/** Looks elsewhere, or at the page again. */
const turns = (page: Page, away: boolean) =>
  page.evaluate(away => {
    Object.defineProperty(document, 'visibilityState', {
      value: away ? 'hidden' : 'visible',
      configurable: true
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, away)

const isChosen = async (visitor: Visitor, choice: string, chosen: boolean) => {
  await visitor.presses('More')
  const button = visitor.panel.getByRole('button', { name: choice, exact: true })
  await expect(button).toHaveAttribute('aria-pressed', String(chosen))
  await visitor.strikes('Escape')
}

const opensATab = async (visitor: Visitor) => {
  const tab = await visitor.opensAnotherTab()
  await tab.visits()
  await tab.opensTheChat()
  await tab.sees('Hello! I am the demo bot behind this widget.')
  return tab
}

test('[TB15] [TB16] [TB17] what is chosen in one tab holds in all; each message is told once, none that is looked at', async ({
  visitor,
  context,
  website,
  bot
}) => {
  await givesLeave(context, website.origin)
  const { rung } = await watchBells(context)
  await visitor.beginsAChat()
  const other = await opensATab(visitor)
  expect(rung).toEqual([])

  await visitor.presses('More')
  await visitor.presses('Sound')
  await expect.poll(() => rung).toEqual(sound)
  await visitor.presses('Notify me')
  await visitor.strikes('Escape')
  await isChosen(visitor, 'Notify me', true)
  await isChosen(other, 'Sound', true)
  await isChosen(other, 'Notify me', true)
  const chosen = [...sound, 'leave?']
  expect(rung).toEqual(chosen)

  await visitor.closesTheChat()
  await bot.says('Looked at in the other tab')
  await other.sees('Looked at in the other tab')
  await other.closesTheChat()
  await bot.says('To the page, with the chat closed')
  await expect.poll(() => rung).toEqual([...chosen, ...sound])

  for (const { page } of [visitor, other]) await turns(page, true)
  await bot.says('To nobody')
  await expect.poll(() => rung).toEqual([...chosen, ...sound, ...sound, notice])
  expect(other.troubles).toEqual([])
  await other.page.close()
  await bot.says('To the tab that is left')
  await expect.poll(() => rung).toEqual([...chosen, ...sound, ...sound, notice, ...sound, notice])

  await turns(visitor.page, false)
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.sees('To the tab that is left')
  await isChosen(visitor, 'Sound', true)
  await visitor.presses('More')
  await visitor.presses('Sound')
  await visitor.strikes('Escape')
  await isChosen(visitor, 'Sound', false)
  expect(rung).toHaveLength(chosen.length + 8)
})

test('[TB18] a browser that gives no leave is asked at the press, and says so', async ({
  visitor,
  context
}) => {
  const { rung } = await watchBells(context)
  await visitor.beginsAChat()
  await visitor.presses('More')
  await visitor.sees('Notify me')
  expect(rung).toEqual([])
  await visitor.presses('Notify me')
  await visitor.sees('Your browser blocks notifications from this site.')
  expect(rung).toEqual(['leave?'])
  await visitor.presses('Close')
  await isChosen(visitor, 'Notify me', false)
})

test('[PA18] the keyboard alone chooses, and hears how it stands', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.presses('More')
  const choice = visitor.panel.getByRole('button', { name: 'Sound', exact: true })
  await expect(choice).toHaveAttribute('aria-pressed', 'false')
  await expect(visitor.panel.getByRole('list', { name: 'More' }).getByRole('button').first()).toBeFocused()
  while (!(await choice.evaluate(one => one.matches(':focus')))) await visitor.strikes('ArrowDown')
  await visitor.strikes('Space')
  await expect(choice).toHaveAttribute('aria-pressed', 'true')
  await expect(choice).toBeFocused()
  await visitor.strikes('Enter')
  await expect(choice).toHaveAttribute('aria-pressed', 'false')
})

test.describe('where the site does not want it', () => {
  test.use({
    settings: {
      agents: true,
      takeWithinSeconds: 300,
      pace: 'fast',
      visitor: '{ window: false, sound: false, notify: false }'
    }
  })
  test('[PA18] neither a window nor a sound nor notifications are offered', async ({ visitor }) => {
    await visitor.beginsAChat()
    await visitor.presses('More')
    await visitor.sees('Erase my data')
    for (const offer of ['Open in a window', 'Sound', 'Notify me']) await visitor.seesNoButton(offer)
  })
})

test('[PA18] on a page without TLS a sound and a window are offered, and no notifications', async ({
  page
}) => {
  await openStage(page, { plain: true, can: everything, entries: [opened, says('Hello there.')] })
  await page.getByRole('button', { name: 'Open chat' }).click()
  const menu = page.getByRole('list', { name: 'More' })
  await page.getByRole('button', { name: 'More' }).click()
  await menu.getByRole('button', { name: 'Sound' }).click()
  await expect(menu.getByRole('button', { name: 'Sound' })).toHaveAttribute('aria-pressed', 'true')
  await expect(menu.getByRole('button', { name: 'Notify me' })).toHaveCount(0)
  await expect(menu.getByRole('button', { name: 'Open in a window' })).toBeVisible()
})
