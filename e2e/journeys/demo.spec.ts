import { test } from '../fixtures.ts'

test('[J37] what `npm start` prints is a page on which the bot answers', async ({ guest }) => {
  await guest.beginsAChat()
  await guest.seesTheTitle('Footbridge demo')
  await guest.saysAndIsAnswered('one')
  await guest.says('cards')
  await guest.seesAPicture('A drawing of the word footpath')
})
