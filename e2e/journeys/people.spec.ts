import { notices } from '../actors/notices.ts'
import { expect, staffed, test } from '../people.ts'
import { barriersOf } from '../states/barriers.ts'

test('[J58] of two who take at once one has it, the other is told who, and is given it later', async ({
  visitor,
  anna,
  ben
}) => {
  const [annas, bens] = [
    { desk: anna, shown: 'Anna Berg' },
    { desk: ben, shown: 'Ben Okafor' }
  ]
  await Promise.all([anna.comesAs('anna'), ben.comesAs('ben')])
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  await ben.isAskedFor()
  await Promise.all([anna.row(name).click(), ben.row(name).click()])
  await Promise.all([anna.page.keyboard.press('t'), ben.page.keyboard.press('t')])
  await expect(visitor.log.getByText(/has joined the conversation/)).toBeVisible()
  const hers = await visitor.log.getByText(notices.joined('Anna Berg')).isVisible()
  const [winner, loser] = hers ? [annas, bens] : [bens, annas]
  await expect(loser.desk.talk(name).getByText(`${winner.shown} answers.`)).toBeVisible()
  await expect(loser.desk.reply(name)).toHaveCount(0)
  await visitor.sees(notices.joined(winner.shown))
  await winner.desk.says(name, 'One moment, I know somebody.')
  await winner.desk.does(name, 'Transfer')
  await winner.desk.page.getByRole('dialog').getByRole('button', { name: loser.shown }).click()
  await visitor.sees(notices.joined(loser.shown))
  await loser.desk.says(name, 'That would be me.')
  await visitor.sees('That would be me.')
  await visitor.sees('One moment, I know somebody.')
})

test.describe('where the site hands back while nobody is there', () => {
  test.use({ settings: { ...staffed, nobody: 'handback' } })

  test('[J59] nobody there: the visitor is told at once and stays with the bot, also where all are away', async ({
    visitor,
    anna
  }) => {
    await visitor.beginsAChat()
    await visitor.presses('Ask for a person')
    await visitor.sees(notices.nobody)
    await visitor.saysAndIsAnswered('one')
    await anna.comesAs('anna')
    await anna.goesAway()
    await visitor.says('person')
    await expect(visitor.log.getByText(notices.nobody)).toHaveCount(2)
    await visitor.saysAndIsAnswered('two')
    await anna.page.getByRole('switch', { name: 'Available' }).click()
    await visitor.says('person')
    await visitor.sees(notices.looking)
    await anna.isAskedFor()
  })
})

test('[DP21] who is with the bot is read and noted on, and nothing offers what the relay would refuse', async ({
  visitor,
  anna
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('only looking')
  await anna.comesAs('anna')
  await anna.tab('All').click()
  const row = anna.page.getByRole('navigation').getByRole('option')
  const name = (await row.locator('.name').textContent()) ?? ''
  await row.click()
  const talk = anna.talk(name)
  await expect(talk.getByText('only looking', { exact: true })).toBeVisible()
  await expect(talk.getByText('The bot answers until it asks for a person.')).toBeVisible()
  await expect(talk.getByRole('button', { name: /^(Take|Step)/ })).toHaveCount(0)
  await anna.page.keyboard.press('t')
  await visitor.saysAndIsAnswered('still looking')
  await expect(talk.getByText('still looking', { exact: true })).toBeVisible()
  await expect(talk.getByText('The bot answers until it asks for a person.')).toBeVisible()
})

test('[J60] who opens the console in the middle reads all of it, and nothing is lost while the relay is dead', async ({
  visitor,
  agent,
  anna,
  relay
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('before anybody looked')
  await visitor.says('person')
  await visitor.sees(notices.looking)
  await visitor.says('is anybody there?')
  await anna.comesAs('anna')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  await anna.sees(name, 'You said: before anybody looked')
  await anna.sees(name, 'is anybody there?')

  await relay.dies()
  await visitor.says('while it was dead')
  await visitor.seesAsWaiting('while it was dead')
  await anna.reply(name).fill('said by Anna meanwhile')
  await anna.page.keyboard.press('Enter')
  await expect(anna.log(name).getByText('Not sent.')).toBeVisible()
  await relay.isStartedAgain()
  await visitor.seesAsSent('while it was dead')
  await anna.seesTimes(name, 'while it was dead', 1)
  await anna.log(name).getByRole('button', { name: 'Try again' }).click()
  await visitor.sees('said by Anna meanwhile')
  await anna.page.reload()
  await anna.seesTimes(name, 'said by Anna meanwhile', 1)
  await anna.seesTimes(name, 'while it was dead', 1)
  await agent.findsInTheLog('before anybody looked', 'person', 'is anybody there?', 'while it was dead')
})

test('[J61] a whole turn with the keyboard alone', async ({ visitor, anna }) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await visitor.sees(notices.looking)
  const { keyboard } = anna.page
  await anna.opens()
  await keyboard.type('anna')
  await keyboard.press('Tab')
  await keyboard.type('a right password')
  await keyboard.press('Enter')
  const name = await anna.isAskedFor()
  await keyboard.press('n')
  await expect(anna.reply(name)).toBeFocused()
  await keyboard.type('/hel')
  await expect(anna.page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option')).toHaveCount(1)
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await visitor.sees('Hello, I am Anna. How can I help?')
  await keyboard.press('Control+i')
  await keyboard.type('Knows a lot about roses')
  await keyboard.press('Enter')
  await anna.sees(name, 'Knows a lot about roses')
  await visitor.doesNotSee('Knows a lot about roses')
  await keyboard.press('Escape')
  await keyboard.press('e')
  await expect(anna.page.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await visitor.sees(notices.closed)
  await keyboard.press('Q')
  await expect(anna.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('[J62] a visitor is helped from a phone, and nothing there is in anybody’s way', async ({
  visitor,
  anna
}) => {
  await anna.page.setViewportSize({ width: 390, height: 780 })
  await anna.comesAs('anna')
  expect(await barriersOf(anna.page), 'an empty queue').toEqual([])
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  expect(await barriersOf(anna.page), 'somebody waits').toEqual([])
  await anna.takes(name)
  await anna.says(name, 'Hello from the train')
  await visitor.sees('Hello from the train')
  await visitor.says('thank you')
  await anna.sees(name, 'thank you')
  expect(await barriersOf(anna.page), 'a conversation').toEqual([])
  await anna.page.goBack()
  await anna.tab('Mine').click()
  await expect(anna.row(name)).toBeVisible()
})

test('[J63] whatever a visitor writes or is called is text on the desk', async ({ visitor, anna }) => {
  const foreign: string[] = []
  anna.page.on('request', request => {
    if (new URL(request.url()).origin !== new URL(anna.url).origin) foreign.push(request.url())
  })
  const script = '<img src=https://evil.example/x onerror="document.title=1"><script>alert(1)</script>'
  await anna.comesAs('anna')
  await visitor.visits()
  await visitor.page.evaluate(text => {
    document.title = text
    history.replaceState(null, '', `?${text}`)
    return window.Footbridge?.set({ page: { plant: text } })
  }, script)
  await visitor.opensTheChat()
  await visitor.says(script)
  await visitor.seesAsSent(script)
  await visitor.says('person')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  await anna.sees(name, script)
  await anna.page.keyboard.press('Escape')
  await anna.page.keyboard.press('a')
  const talk = anna.talk(name)
  await expect(talk.getByText('onerror').first()).toBeVisible()
  expect(await talk.locator('img, script, iframe').count()).toBe(0)
  expect(foreign).toEqual([])
  await expect(anna.page).toHaveTitle(/Footbridge/)
})
