import type { Page } from '@playwright/test'
import { expect, test } from '../issued.ts'
import { barriersOf } from '../states/barriers.ts'

const button = (page: Page) => page.getByRole('button', { name: 'Continue with the lamp shop' })
const trouble = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })

test('[J64] an agent comes in by the issuer, with the keyboard alone, to what they had open', async ({
  anna,
  visitor,
  agent
}) => {
  await visitor.beginsAChat()
  const [talk] = await agent.conversations()
  await anna.opens(`#${talk?.id}`)
  expect(await barriersOf(anna.page), 'both ways in').toEqual([])
  await expect(anna.page.getByLabel('Name')).toBeFocused()
  // Over the password and its button.
  for (let stop = 0; stop < 3; stop += 1) await anna.page.keyboard.press('Tab')
  await expect(button(anna.page)).toBeFocused()
  await anna.page.keyboard.press('Enter')

  await anna.page.getByRole('link', { name: 'Cancel' }).waitFor()
  for (let stop = 0; stop < 3; stop += 1) await anna.page.keyboard.press('Tab')
  await anna.page.keyboard.press('Enter')
  await expect(trouble(anna.page, 'You did not sign in there.')).toBeVisible()
  expect(await barriersOf(anna.page), 'back without being in').toEqual([])
  await expect(button(anna.page)).toBeFocused()
  expect(new URL(anna.page.url()).search).toBe('')
  await anna.page.keyboard.press('Enter')

  await anna.page.getByRole('link', { name: 'Continue as Anna Berg' }).waitFor()
  await anna.page.keyboard.press('Tab')
  await anna.page.keyboard.press('Enter')
  await expect(anna.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  await expect(anna.page.getByRole('log')).toBeVisible()
  expect(new URL(anna.page.url()).hash).toBe(`#${talk?.id}`)
  await anna.page.reload()
  await expect(anna.page.getByRole('switch', { name: 'Available' })).toBeVisible()
})

test('[J64] whoever is signed out and comes in again finds what they had begun to write', async ({
  anna,
  visitor
}) => {
  await anna.opens()
  await button(anna.page).click()
  await anna.page.getByRole('link', { name: 'Continue as Anna Berg' }).click()
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  await anna.reply(name).fill('Have you tried')
  const { origin } = new URL(anna.url)
  await anna.page.request.post(`${origin}/api/v1/sign-out`, {
    headers: { origin, 'x-footbridge': 'console' }
  })
  await expect(trouble(anna.page, 'You have been signed out.')).toBeVisible()
  await button(anna.page).click()
  // The issuer knows her still, and asks nothing.
  await expect(anna.reply(name)).toHaveValue('Have you tried')
  expect(await anna.page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('[J64] who has no account is told so, and no more, and may be somebody else the next time', async ({
  anna,
  issuer
}) => {
  issuer.people.set('1003', { email: 'eve@example.com', email_verified: true, name: 'Eve Adams' })
  await anna.opens()
  await button(anna.page).click()
  await anna.page.getByRole('link', { name: 'Continue as Eve Adams' }).click()
  await expect(trouble(anna.page, 'You were recognised, but you may not come in here.')).toBeVisible()
  await button(anna.page).click()
  await anna.page.getByRole('link', { name: 'Cancel' }).click()
  await expect(trouble(anna.page, 'You did not sign in there.')).toBeVisible()
  await anna.page.reload()
  await button(anna.page).waitFor()
  await expect(anna.page.getByRole('alert')).toBeEmpty()
})

test.describe('without passwords', () => {
  test.use({ ways: { passwords: false } })

  test('[J64] one button; an issuer that is down is spoken of, and one comes in once it is there', async ({
    anna,
    issuer
  }) => {
    issuer.acts = 'down'
    await anna.page.goto(anna.url)
    await expect(button(anna.page)).toBeFocused()
    await expect(anna.page.getByRole('textbox')).toHaveCount(0)
    await anna.page.keyboard.press('Enter')
    await expect(trouble(anna.page, 'The sign-in service cannot be reached just now.')).toBeVisible()
    expect(await barriersOf(anna.page), 'down').toEqual([])
    await expect(button(anna.page)).toBeFocused()
    issuer.acts = 'well'
    const hers = anna.page.getByRole('link', { name: 'Continue as Anna Berg' })
    await expect(async () => {
      await button(anna.page).click({ timeout: 500 })
      await expect(hers).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await hers.click()
    await expect(anna.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  })
})
