import { notices } from '../actors/notices.ts'
import { test } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

test('[J1] a visitor opens the chat, is greeted, says something and is answered', async ({
  visitor,
  bot,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.seesTheTitle('Garden help')
  await visitor.says('apples')
  await visitor.sees('You said: apples')
  await visitor.seesAsSent('apples')
  await bot.hasHeard('apples')
  await agent.findsInTheLog('apples')
})

test('[J2] a quick reply is said with one press, and all of them are gone', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await visitor.hasSaid('Ask for a person')
  await visitor.sees('One moment, I am asking for a person.')
  await visitor.seesNoButton('Show me cards')
})

test('[J4] a reload resumes the conversation, and the text that was being written', async ({ visitor }) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('apples')
  await visitor.writes('and pears, but')
  await visitor.reloads()
  await visitor.opensTheChat()
  await visitor.hasSaid('apples')
  await visitor.sees('You said: apples')
  await visitor.isWriting('and pears, but')
  await visitor.saysAndIsAnswered('plums')
  await visitor.hasSaid('apples', 'plums')
})

test.describe('with a bot that takes its time', () => {
  test.use({ settings: { ...usualSettings, pace: 'natural' } })

  test('[J28] the visitor sees that the bot is writing, until it has spoken', async ({ visitor }) => {
    await visitor.beginsAChat()
    await visitor.says('slow')
    await visitor.sees(notices.typing)
    await visitor.sees('… but here I am.')
    await visitor.doesNotSee(notices.typing)
  })
})

test('[J29] what is said while the panel is closed is counted on the launcher', async ({ visitor, bot }) => {
  await visitor.beginsAChat()
  await visitor.closesTheChat()
  await bot.says('One more thing.')
  await bot.says('And another.')
  await visitor.seesTheLauncherSay('Open chat, 2 unread')
  await visitor.opensTheChat()
  await visitor.sees('And another.')
  await visitor.closesTheChat()
  await visitor.seesTheLauncherSay('Open chat')
})
