import type { Page } from '@playwright/test'
import { pdf, picture } from '../actors/documents.ts'
import { notices } from '../actors/notices.ts'
import { expect, staffed, test } from '../people.ts'

const roses = picture('roses.png')
const leaflet = pdf('Cutting roses.pdf')

test.use({ settings: { ...staffed, shop: '    files: { enabled: true }' } })

const menu = async (page: Page, offer: string) => {
  await page.getByRole('dialog').getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('list', { name: 'More' }).getByRole('button', { name: offer }).click()
}

test('[J57] a visitor is helped by a person, is the bot’s again, and says how it was', async ({
  visitor,
  anna,
  bot
}) => {
  await anna.comesAs('anna')
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await visitor.sees(notices.looking)
  const name = await anna.isAskedFor()
  await expect(anna.row(name)).toContainText('The visitor asked for a person.')
  await anna.takes(name)
  await visitor.sees(notices.joined('Anna Berg'))

  await visitor.writes('my roses')
  await expect(anna.page.getByText(`${name} is typing…`)).toBeVisible()
  await visitor.says('my roses are ill')
  await anna.sees(name, 'my roses are ill')
  await anna.reply(name).pressSequentially('Oh')
  await visitor.sees('Anna Berg is typing…')
  await anna.says(name, 'Oh dear. Cut them back.')
  await visitor.sees('Oh dear. Cut them back.')
  await expect(anna.page.getByText('Read', { exact: true })).toBeVisible()

  await visitor.panel.locator('input[type=file]').setInputFiles(roses)
  await expect(visitor.panel.locator('.i-there')).toBeVisible()
  await visitor.says('this is how they look')
  await anna.sees(name, 'this is how they look')
  await expect(anna.log(name).getByRole('img', { name: 'roses.png' })).toBeVisible()
  await anna.attaches(name, leaflet)
  await expect(anna.attached(name).getByText('Ready to send')).toHaveCount(1)
  await anna.says(name, 'This is how to cut them')
  await visitor.seesALink(/Cutting roses\.pdf/, /\/files\/.+\?key=/)
  await visitor.sees('This is how to cut them')

  await anna.does(name, 'Hand back')
  await anna.page.getByRole('textbox', { name: 'For the bot' }).fill('plant: roses')
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click()
  await visitor.sees(notices.back)
  await visitor.sees('I am the bot again. What else can I do?')
  await visitor.saysAndIsAnswered('one')
  await bot.hasHeard('one')
  await menu(visitor.page, 'End conversation')
  await visitor.page.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click()
  await visitor.page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true })
  await visitor.presses('Send')
  await visitor.sees('Thank you for your rating.')
  await anna.sees(name, 'Rated 4 of 5')
})
