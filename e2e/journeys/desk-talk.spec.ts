import { visitor as visitorSays } from '../desk-stage/scenes.ts'
import { expect, test } from '../desk-stage/stage.ts'

test('[DP6] what could not be sent says so, and is sent again under its own id', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  relay.storesNothing('/conversations/cv_idris/say')
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

test('[DP13] whoever sends again with the keyboard, or lets it be, has the focus after', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Idris Bello')
  relay.storesNothing('/conversations/cv_idris/say')
  for (const text of ['On its way', 'Or not']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const log = desk.log('Idris Bello')
  await expect(log.getByRole('button', { name: 'Discard' })).toHaveCount(2)
  await log.getByRole('button', { name: 'Discard' }).last().focus()
  await page.keyboard.press('Enter')
  await expect(desk.reply('Idris Bello')).toBeFocused()
  relay.refuses.clear()
  await log.getByRole('button', { name: 'Try again' }).focus()
  await page.keyboard.press('Enter')
  await expect(log).not.toContainText('Not sent')
  await expect(desk.reply('Idris Bello')).toBeFocused()
})

test('[DP7] both sides see that the other types, and the agent what has been read', async ({
  desk,
  page,
  relay
}) => {
  await desk.begins()
  await desk.answers('Sofia Marin')
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
  await desk.answers('Idris Bello')
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
  await desk.answers('Idris Bello')
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
  await desk.answers('Idris Bello')
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
  await desk.answers('Idris Bello')
  await page.getByRole('button', { name: 'Transfer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ben Okafor' }).click()
  await expect(page.getByText('Transferred to Ben Okafor.')).toBeVisible()
  await expect(desk.row('Idris Bello')).toHaveCount(0)
  expect(desk.asked('cv_idris/transfer')).toEqual([{ to: 'ben' }])
})

test('[DP10] an end is asked about first, and the way out has the focus', async ({ desk, page }) => {
  await desk.begins()
  await desk.answers('Idris Bello')
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
