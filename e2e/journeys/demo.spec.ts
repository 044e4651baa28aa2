import { Desk } from '../actors/desk.ts'
import { notices } from '../actors/notices.ts'
import { expect, test } from '../fixtures.ts'

test('[J37] what `npm start` prints is a page on which the bot answers', async ({ guest }) => {
  await guest.beginsAChat()
  await guest.seesTheTitle('Footbridge demo')
  await guest.saysAndIsAnswered('one')
  await guest.says('cards')
  await guest.seesAPicture('A drawing of the word footpath')
})

test('[J37] … where whoever asks for a person is answered at the console that it prints', async ({
  guest,
  demo,
  browser
}) => {
  const context = await browser.newContext()
  const desk = new Desk(await context.newPage(), new URL(demo.console).origin)
  await desk.comesAs('agent', demo.password)
  await guest.beginsAChat()
  await guest.presses('Ask for a person')
  const name = await desk.isAskedFor()
  await desk.takes(name)
  await guest.sees(notices.joined('Robin'))
  await desk.says(name, 'Welcome to Footbridge!')
  await guest.sees('Welcome to Footbridge!')
  await context.close()
  expect(desk.troubles).toEqual([])
})
