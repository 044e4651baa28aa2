import { expect, test } from '../desk-stage/stage.ts'
import { barriersOf } from '../states/barriers.ts'

const ends = [
  { how: 'ends', line: { kind: 'closed' }, why: 'This conversation has ended.' },
  {
    how: 'asks for the bot',
    line: { kind: 'handback', why: 'visitor', metadata: {} },
    why: /^The bot answers/
  },
  { how: 'is taken by another', line: { kind: 'taken', name: 'Ben Okafor' }, why: /^Ben Okafor answers/ }
] as const

for (const { how, line, why } of ends)
  test(`[DP22] whoever writes to a visitor who ${how} stays in the field, and their keys do nothing`, async ({
    desk,
    page,
    relay
  }) => {
    await desk.begins()
    await desk.answers('Idris Bello')
    await page.keyboard.type('Your card e')
    await page.keyboard.down('n')
    relay.adds('cv_idris', line)
    const field = desk.talk('Idris Bello').getByRole('textbox')
    await expect(field).toHaveAttribute('readonly')
    await expect(field).toHaveAccessibleDescription(why)
    await expect(desk.talk('Idris Bello').getByRole('alert')).toHaveText(why)
    await expect(field).toBeFocused()
    await page.keyboard.down('n')
    await page.keyboard.up('n')
    await page.keyboard.type('nding in 4711 was w')
    await page.keyboard.press('Enter')
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('Your card en')
    await expect(page.getByRole('switch')).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
    await expect(desk.log('Idris Bello')).toBeFocused()
    await page.keyboard.press('p')
    await expect(page.getByRole('switch')).not.toBeChecked()
    const asked = relay.asked.map(({ path }) => path).filter(path => !/typing$|sign-in$/.test(path))
    expect(asked).toEqual(['/presence'])
  })

test('[DP22] what was begun can become a note, or be gone on with once it is their turn again', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  await page.keyboard.type('Refund agreed')
  relay.adds('cv_idris', { kind: 'taken', name: 'Ben Okafor' })
  await expect(desk.reply('Idris Bello')).toHaveAttribute('readonly')
  relay.adds('cv_idris', { kind: 'taken', name: 'Anna Berg' })
  await expect(desk.reply('Idris Bello')).not.toHaveAttribute('readonly')
  await page.keyboard.type(', of 40')
  relay.adds('cv_idris', { kind: 'taken', name: 'Ben Okafor' })
  await expect(desk.reply('Idris Bello')).toHaveAttribute('readonly')
  expect(await barriersOf(page)).toEqual([])
  await page.keyboard.press('Control+i')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.asked('cv_idris/note')).toMatchObject([{ text: 'Refund agreed, of 40' }])
  expect(desk.asked('cv_idris/say')).toEqual([])
})

test('[DP22] a field that is left goes, and only looking at another window does not leave it', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  await page.keyboard.type('Your card e')
  await desk
    .reply('Idris Bello')
    .evaluate(field => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  relay.adds('cv_idris', { kind: 'closed' })
  await expect(desk.reply('Idris Bello')).toHaveAttribute('readonly')
  await page.keyboard.press('Shift+Tab')
  await expect(desk.reply('Idris Bello')).toHaveCount(0)
  await expect(desk.talk('Idris Bello')).toContainText('This conversation has ended.')
})

for (const { key, question } of [
  { key: 'e', question: 'End this conversation?' },
  { key: 'm', question: 'Transfer to another agent' }
])
  test(`[DP10] what ${key} asks about a visitor is asked no more once another has them, and says so`, async ({
    desk,
    page,
    relay
  }) => {
    await desk.begins()
    await desk.answers('Idris Bello')
    await page.keyboard.press('Escape')
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog', { name: question })).toBeVisible()
    relay.adds('cv_idris', { kind: 'taken', name: 'Ben Okafor' })
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('status').getByText('Idris Bello is not with you any more')).toContainText(
      'Ben Okafor answers.'
    )
    await expect(desk.log('Idris Bello')).toBeFocused()
    expect([...desk.asked('/close'), ...desk.asked('/transfer')]).toEqual([])
  })

test('[DP10] [DP22] who writes for the bot about a visitor who ends meanwhile is told so where they write', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  const field = page.getByRole('textbox', { name: 'For the bot' })
  await expect(field).toBeFocused()
  await page.keyboard.type('order: L-')
  relay.adds('cv_idris', { kind: 'closed' })
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('This conversation has ended.')
  await expect(field).toHaveAccessibleDescription(/^Idris Bello is not with you any more/)
  await page.keyboard.type('1pn')
  await page.keyboard.press('Control+Enter')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('order: L-')
  await page.keyboard.press('Escape')
  await expect(desk.log('Idris Bello')).toBeFocused()
  expect(desk.asked('/handback')).toEqual([])
})

test('[DP10] what was written for the bot is there again where it could not be handed back, until it is', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  await page.keyboard.press('Escape')
  relay.storesNothing('/conversations/cv_idris/handback')
  const field = page.getByRole('textbox', { name: 'For the bot' })
  await page.keyboard.press('h')
  await field.fill('order: L-1\nA long story')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('That was not done: not stored; try again.')).toBeVisible()
  relay.refuses.clear()
  await page.keyboard.press('h')
  await expect(field).toHaveValue('order: L-1\nA long story')
  await page.keyboard.press('Control+Enter')
  await expect(desk.log('Idris Bello')).toContainText('Handed back to the bot')
  relay.adds('cv_idris', { kind: 'taken', name: 'Anna Berg' })
  await expect(desk.reply('Idris Bello')).toBeVisible()
  await page.keyboard.press('h')
  await expect(field).toHaveValue('')
})

test('[DP13] who takes and goes on in a list before the news is not called into the field', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.row('Mara Lindqvist').click()
  relay.refuses.set('POST /conversations/cv_mara/take', { status: 200, body: { seq: 6 } })
  await page.keyboard.press('t')
  await page.keyboard.press('3')
  await expect(desk.tab('All')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('j')
  relay.adds('cv_mara', { kind: 'taken', name: 'Anna Berg' })
  await expect(desk.reply('Mara Lindqvist')).toBeVisible()
  await page.keyboard.press('j')
  await expect(desk.reply('Mara Lindqvist')).toHaveValue('')
  await expect(page.getByRole('navigation').locator(':focus')).toHaveRole('option')
})

test('[DP13] who takes the last one of the list that they are in is called into the field', async ({
  desk,
  page,
  relay
}) => {
  relay.book.add('cv_7f3k', [{ kind: 'closed' }])
  await desk.begins()
  await desk.row('Mara Lindqvist').click()
  await page.keyboard.press('1')
  await expect(desk.row('Mara Lindqvist')).toBeFocused()
  await page.keyboard.press('t')
  await expect(desk.reply('Mara Lindqvist')).toBeFocused()
})

test('[DP12] a key that is held is pressed once, and is no letter where it leads to; only moving goes on', async ({
  desk,
  page
}) => {
  const holds = async (key: string) => {
    for (let times = 0; times < 4; times += 1) await page.keyboard.down(key)
    await page.keyboard.up(key)
  }
  await desk.begins()
  await page.keyboard.press('3')
  const rows = page.getByRole('navigation').getByRole('option')
  await expect(rows.first()).toBeFocused()
  await holds('j')
  await expect(rows.nth(4)).toBeFocused()
  await holds('p')
  await expect(page.getByRole('switch')).not.toBeChecked()
  await desk.answers('Idris Bello')
  await page.keyboard.press('Escape')
  await holds('h')
  await expect(page.getByRole('textbox', { name: 'For the bot' })).toHaveValue('')
  await page.keyboard.press('Escape')
  await holds('r')
  await expect(desk.reply('Idris Bello')).toBeFocused()
  await holds('n')
  await expect(desk.reply('Idris Bello')).toHaveValue('nnnn')
  await page.keyboard.down('Enter')
  await page.keyboard.insertText('One more')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(desk.reply('Idris Bello')).toHaveValue('One more')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.asked('cv_idris/say')).toMatchObject([{ text: 'nnnn' }, { text: 'One more' }])
  expect(desk.asked('/presence')).toHaveLength(1)
})
