import { notices } from '../actors/notices.ts'
import { expect, test } from '../fixtures.ts'
import { usualSettings } from '../settings.ts'

test('[J16] a visitor is answered by a person after asking for one, and by the bot again afterwards', async ({
  visitor,
  agent,
  bot
}) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await visitor.sees(notices.looking)
  await agent.isAskedFor()
  await agent.takesAs('Grace')
  await visitor.sees(notices.joined('Grace'))
  await agent.says('Good morning, this is Grace.')
  await visitor.sees('Good morning, this is Grace.')
  await visitor.says('my roses are ill')
  await visitor.seesAsSent('my roses are ill')
  await agent.handsBack()
  await visitor.sees(notices.back)
  await visitor.sees('I am the bot again. What else can I do?')
  await visitor.saysAndIsAnswered('one')
  await bot.hasHeard('one')
})

test.describe('with agents who do not come', () => {
  test.use({ settings: { ...usualSettings, takeWithinSeconds: 1 } })

  test('[J17] a handover that nobody takes goes back to the bot, and the visitor is told', async ({
    visitor
  }) => {
    await visitor.beginsAChat()
    await visitor.presses('Ask for a person')
    await visitor.sees(notices.looking)
    await visitor.sees(notices.late)
    await visitor.sees('I am the bot again. What else can I do?')
    await visitor.saysAndIsAnswered('one')
  })
})

test.describe('without an agents’ side', () => {
  test.use({ settings: { ...usualSettings, agents: false } })

  test('[J18] where nobody could ever come, the visitor is told at once and stays with the bot', async ({
    visitor
  }) => {
    await visitor.beginsAChat()
    await visitor.presses('Ask for a person')
    await visitor.sees(notices.nobody)
    await visitor.sees('I am the bot again. What else can I do?')
    await visitor.saysAndIsAnswered('one')
  })
})

test('[J19] a closed conversation stays to be read, and a new one begins with a press', async ({
  visitor,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await agent.isAskedFor()
  await agent.takesAs('Grace')
  await agent.says('That is all, then.')
  await agent.closes()
  await visitor.sees(notices.closed)
  await visitor.sees('That is all, then.')
  await visitor.presses('Start a new conversation')
  await visitor.sees('Try one of these, or just write something and I will repeat it.')
  await visitor.doesNotSee('That is all, then.')
  await visitor.saysAndIsAnswered('one')
  await visitor.hasSaid('one')
})

test('[J87] whoever is writing when the conversation is closed presses nothing with the next keys', async ({
  visitor,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await agent.isAskedFor()
  await agent.takesAs('Grace')
  await visitor.sees(notices.joined('Grace'))
  const { keyboard } = visitor.page
  await visitor.composer.click()
  await keyboard.type('wait, I')
  await agent.closes()
  await visitor.sees(notices.closed)
  await expect(visitor.page.getByRole('radio')).toHaveCount(5)
  await expect(visitor.log.locator(':focus')).toHaveRole('listitem')
  await keyboard.type(' have one more question')
  await keyboard.press('Enter')
  await expect(visitor.page.getByRole('radio', { checked: true })).toHaveCount(0)
  await expect(visitor.panel.getByRole('button', { name: 'Start a new conversation' })).toBeVisible()
  expect((await agent.log()).at(-1)).toMatchObject({ kind: 'closed' })
})

test('[J20] what was not sent says why, and is sent by its button once it can be', async ({
  visitor,
  agent,
  bot,
  network
}) => {
  await visitor.beginsAChat()
  await visitor.says('buttons')
  await visitor.sees('Buttons stay where they are.')
  await bot.saysTheNextThingLate(1_000)
  await visitor.says('person')
  await visitor.seesAsSent('person')
  network.cut()
  await visitor.presses('Once more')
  await visitor.seesAsWaiting('Once more')
  await agent.isAskedFor()
  network.mend()
  await visitor.seesAsNotSent('Once more', notices.quiet)
  await agent.handsBack()
  await visitor.sees('I am the bot again. What else can I do?')
  await visitor.triesAgain('Once more')
  await visitor.seesAsSent('Once more')
  await visitor.hasSaid('buttons', 'person', 'Once more')
})
