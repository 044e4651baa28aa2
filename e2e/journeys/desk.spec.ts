import { visitor as visitorSays } from '../desk-stage/scenes.ts'
import { expect, test } from '../desk-stage/stage.ts'

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
  await desk.answers('Idris Bello')
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
  await desk.answers('Idris Bello')
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

test('[DP14] what is unread is counted until it is looked at', async ({ desk, page, relay }) => {
  await desk.begins()
  relay.adds('cv_idris', visitorSays('One', 'id_idris_7'), visitorSays('Two', 'id_idris_8'))
  await expect(desk.tab('Mine').getByLabel('2 unread')).toBeVisible()
  await expect(page).toHaveTitle('(4) Footbridge console')
  await page.keyboard.press('u')
  await expect(desk.log('Idris Bello')).toContainText('Two')
  await expect(page).toHaveTitle('(2) Footbridge console')
})

test('[DP19] whether an agent is available is changed by a key, and shown', async ({ desk, page }) => {
  await desk.begins()
  await expect(page.getByRole('switch')).toBeChecked()
  await page.keyboard.press('p')
  await expect(page.getByRole('switch')).not.toBeChecked()
  expect(desk.asked('/presence')).toEqual([{ state: 'away' }])
})
