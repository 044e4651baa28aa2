import { notices } from '../actors/notices.ts'
import { expect, test } from '../fixtures.ts'

test('[J33] everything can be done by keyboard, and the focus is never lost', async ({ visitor }) => {
  await visitor.visits()
  await visitor.strikes('Tab')
  await visitor.strikes('Tab')
  await expect(visitor.launcher).toBeFocused()
  await visitor.strikes('Enter')
  await expect(visitor.composer).toBeFocused()
  await visitor.sees('Try one of these, or just write something and I will repeat it.')
  await visitor.strikes('Shift+Tab')
  await expect(visitor.panel.locator('button.tap:focus')).toHaveText('Something else')
  await visitor.strikes('Tab')
  await visitor.types('one')
  await visitor.strikes('Shift+Enter')
  await visitor.types('two')
  await visitor.isWriting('one\ntwo')
  await visitor.strikes('Enter')
  await visitor.hasSaid('one\ntwo')
  await visitor.isWriting('')
  await expect(visitor.composer).toBeFocused()
  await visitor.strikes('Escape')
  await expect(visitor.panel).toBeHidden()
  await expect(visitor.launcher).toBeFocused()
})

test('[J34] axe finds nothing wrong, whatever the panel shows', async ({ visitor, inspector }) => {
  await visitor.visits()
  expect(await inspector.barriers()).toEqual([])
  await visitor.beginsAChat()
  expect(await inspector.barriers()).toEqual([])
  for (const [wish, answer] of contents) {
    await visitor.says(wish)
    await visitor.sees(answer)
    expect(await inspector.barriers(), wish).toEqual([])
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[J35] axe finds nothing wrong in trouble and after it: ${colorScheme}`, async ({
    visitor,
    inspector,
    network,
    agent
  }) => {
    await visitor.page.emulateMedia({ colorScheme })
    await visitor.beginsAChat()
    network.cut()
    await visitor.says('person')
    await visitor.seesAsWaiting('person')
    expect(await inspector.barriers(), 'offline').toEqual([])
    network.mend()
    await agent.isAskedFor()
    await agent.takesAs('Grace')
    await agent.says('Good morning, this is Grace.')
    await visitor.sees('Good morning, this is Grace.')
    expect(await inspector.barriers(), 'with a person').toEqual([])
    await agent.closes()
    await visitor.sees(notices.closed)
    expect(await inspector.barriers(), 'closed').toEqual([])
  })
}

test('[J36] on a telephone the chat has the whole screen, and gives it back', async ({
  visitor,
  inspector
}) => {
  await visitor.page.setViewportSize({ width: 320, height: 568 })
  await visitor.beginsAChat()
  await visitor.says('cards')
  await visitor.sees('For one site, and quiet days.')
  expect(await visitor.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 })
  expect(await inspector.pageScrollsSideways()).toBe(false)
  await visitor.closesTheChat()
  await expect(visitor.launcher).toBeVisible()
})

test('[J38] on a page written from right to left the chat is, too', async ({ visitor, inspector }) => {
  await visitor.beginsAChat('/rtl')
  await visitor.says('cards')
  await visitor.sees('For one site, and quiet days.')
  expect((await visitor.panel.boundingBox())?.x).toBeLessThan(100)
  expect(await inspector.pageScrollsSideways()).toBe(false)
  await visitor.closesTheChat()
  expect((await visitor.launcher.boundingBox())?.x).toBeLessThan(100)
})

test('[J39] who reads the end of the conversation stays there, whatever arrives', async ({ visitor }) => {
  await visitor.beginsAChat()
  for (const wish of ['picture', 'cards', 'picture', 'form', 'picture', 'list']) {
    await visitor.says(wish)
    await visitor.sees(contents.get(wish) ?? '')
    await visitor.seesTheEnd()
  }
})

test('[J39] … also when a picture grows in the middle of a scroll', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('cards')
  await visitor.sees('For one site, and quiet days.')
  await visitor.scrollsAsPicturesArrive()
  await visitor.says('picture')
  await visitor.seesAPicture('A drawing of the word harbour')
  await visitor.seesTheEnd()
})

const contents = new Map([
  ['cards', 'For one site, and quiet days.'],
  ['list', 'It comes before the second.'],
  ['buttons', 'Buttons stay where they are.'],
  ['picture', 'A picture, drawn just for you.'],
  ['terms', 'The small print.'],
  ['map', 'Sydney Harbour Bridge'],
  ['form', 'How can we reach you?'],
  ['hologram', 'This would be a hologram, if you could see one.']
])
