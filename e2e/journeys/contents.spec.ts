import { notices } from '../actors/notices.ts'
import { test } from '../fixtures.ts'

test('[J3] a carousel shows its cards, and a card can be chosen', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('cards')
  await visitor.sees('For busy sites. Nothing is lost on the way over.')
  await visitor.seesAPicture('A drawing of the word footbridge')
  await visitor.presses('Choose Footbridge')
  await visitor.sees('A good choice.')
  await visitor.hasSaid('cards', 'Choose Footbridge')
})

test('[J3] a list shows its cards, and a card can be chosen', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('list')
  await visitor.sees('It comes before the second.')
  await visitor.presses('Choose it')
  await visitor.sees('A good choice.')
})

test('[J3] buttons stay, links open elsewhere, and what cannot be done here is only shown', async ({
  visitor
}) => {
  await visitor.beginsAChat()
  await visitor.says('buttons')
  await visitor.sees('Buttons stay where they are.')
  await visitor.seesALink('Our site', 'https://example.com/')
  await visitor.seesALink('Write to us', 'mailto:hello@example.com')
  await visitor.seesALink('Call us', 'tel:+61000000000')
  await visitor.cannotPress('Buy for 10')
  await visitor.presses('Once more')
  await visitor.hasSaid('buttons', 'Once more')
})

test('[J3] an image is drawn, with its words', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('picture')
  await visitor.sees('A picture, drawn just for you.')
  await visitor.seesAPicture('A drawing of the word harbour')
})

test('[J3] a file is offered by its name', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('terms')
  await visitor.sees('The small print.')
  await visitor.seesALink('Our terms', /\/files\/terms\.txt$/)
})

test('[J3] a place is named, and leads to a map', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('map')
  await visitor.sees('Sydney Harbour Bridge')
  await visitor.seesALink(/Open the map/, /^https:\/\/.+-33\.8523.+151\.2108/)
})

test('[J3] a form is filled in, checked, sent once, and thanked for', async ({ visitor, bot }) => {
  await visitor.beginsAChat()
  await visitor.says('form')
  await visitor.sees('How can we reach you?')
  await visitor.fillsIn({ 'Your name': 'Ada', 'Your email': 'ada', About: 'Sales' })
  await visitor.presses('Submit')
  await visitor.sees(notices.wrongEmail)
  await visitor.fillsIn({ 'Your email': 'ada@example.com' })
  await visitor.presses('Submit')
  await visitor.sees(notices.answered)
  await bot.hasHeard('form', 'Your name: Ada\nYour email: ada@example.com\nAbout: Sales')
})

test('[J3] a kind that nobody has heard of is shown by its words', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.says('hologram')
  await visitor.sees('This would be a hologram, if you could see one.')
})
