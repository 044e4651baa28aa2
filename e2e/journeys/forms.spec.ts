import { expect, test } from '../fixtures.ts'
import { bot, form, opened, says } from '../stage/contents.ts'
import { plays } from '../stage/plays.ts'
import { button, watch } from '../stage/watch.ts'

for (const name of ['constructor', 'toString', '__proto__']) {
  test(`[PA31] a field named ${name} is like any other`, async ({ page }) => {
    const { stage, panel } = await watch(page, {
      entries: [opened, bot({ kind: 'form', fields: [{ kind: 'text', name, label: 'Town', minLength: 2 }] })]
    })
    stage.adds(says('Are you still there?'))
    await expect(panel.getByText('Are you still there?').last()).toBeVisible()
    const town = panel.getByRole('textbox', { name: 'Town' })
    await expect(town).toHaveValue('')
    await button(page, 'Submit').click()
    await expect(town).toHaveAccessibleDescription('Please fill this in.')
    await town.fill('Oslo')
    await button(page, 'Submit').click()
    await expect
      .poll(() => stage.heard.filter(({ type }) => type === 'say'))
      .toMatchObject([{ of: 2, text: 'Town: Oslo' }])
  })
}

test('[PA15] a fault is tied to its field, and leads there, whatever gaps their names have', async ({
  page
}) => {
  const fields = ['Town', 'Street'].map(
    label => ({ kind: 'text', name: `${label} of shop`, label, minLength: 2 }) as const
  )
  const { panel } = await watch(page, { entries: [opened, bot({ kind: 'form', fields })] })
  await button(page, 'Submit').click()
  await panel.getByRole('group').getByRole('button', { name: 'Street' }).click()
  const street = panel.getByRole('textbox', { name: 'Street' })
  await expect(street).toBeFocused()
  await expect(street).toHaveAccessibleDescription('Please fill this in.')
})

test('[Z22] who fills in a form goes on through it by Tab, whatever is said meanwhile', async ({ page }) => {
  const { stage, visitor, panel } = await watch(page, plays.form)
  const field = (name: string) => panel.getByLabel(name).and(panel.locator('input, select'))
  await field('Your name').click()
  stage.adds(says('Take your time.'))
  await expect(panel.getByText('Take your time.').last()).toBeVisible()
  await page.keyboard.type('Ada')
  await page.keyboard.press('Tab')
  await expect(field('Your e-mail')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(field('About')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(field('Your e-mail')).toBeFocused()
  // Left, it is a part of its row again.
  await visitor.composer.focus()
  await expect(field('Your e-mail')).toHaveJSProperty('tabIndex', -1)
  await page.keyboard.press('Shift+Tab')
  await expect(panel.locator('.row:focus')).toContainText('How can we reach you?')
})

test('[Z22] … also when what looks after the log arrives only then', async ({ page }) => {
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const { stage, panel } = await watch(page, {
    entries: [opened, says('See https://example.com/'), bot(form)]
  })
  await page.route(/later-/, async route => {
    await arrived
    await route.fallback()
  })
  const name = panel.getByLabel('Your name').and(panel.locator('input'))
  await name.click()
  stage.adds(says('Take your time.'))
  await expect(panel.getByText('Take your time.').last()).toBeVisible()
  arrive()
  await expect(panel.getByRole('link')).toHaveJSProperty('tabIndex', -1)
  await expect(panel.locator('.form [type=submit]')).toHaveJSProperty('tabIndex', 0)
  await expect(name).toBeFocused()
})
