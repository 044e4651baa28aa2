import { readFile } from 'node:fs/promises'
import { notices } from '../actors/notices.ts'
import type { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'

const chooses = async (visitor: Visitor, offer: string) => {
  await visitor.presses('More')
  await visitor.panel.getByRole('list', { name: 'More' }).getByRole('button', { name: offer }).click()
}
const question = (visitor: Visitor) => visitor.page.getByRole('alertdialog')
const agrees = (visitor: Visitor, label: string) =>
  question(visitor).getByRole('button', { name: label, exact: true }).click()
const kinds = (entries: readonly { kind: string }[]) => entries.map(({ kind }) => kind)

test('[J56] a visitor who waits goes back to the assistant, ends the conversation, rates it and begins anew', async ({
  visitor,
  agent,
  bot
}) => {
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  await visitor.sees(notices.looking)
  await agent.isAskedFor()
  await chooses(visitor, 'Back to the assistant')
  await visitor.sees(notices.back)
  await agent.seesItWithTheBot()
  await visitor.saysAndIsAnswered('one')

  await chooses(visitor, 'End conversation')
  await agrees(visitor, 'End conversation')
  await visitor.sees(notices.closed)
  await visitor.page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true })
  await visitor.panel.getByRole('textbox').fill('All well.')
  await visitor.presses('Send')
  await visitor.sees('Thank you for your rating.')
  expect(kinds(await agent.log()).slice(-2)).toEqual(['closed', 'rated'])
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.sees('Thank you for your rating.')

  await visitor.presses('Start a new conversation')
  await visitor.saysAndIsAnswered('two')
  await visitor.hasSaid('two')
  await bot.hasHeard('one', 'two')
})

test('[J56] a visitor starts over, reads what was said earlier, takes it along and has all of it erased', async ({
  visitor,
  agent
}) => {
  await visitor.beginsAChat()
  await visitor.saysAndIsAnswered('first')
  await chooses(visitor, 'Start over')
  await agrees(visitor, 'Start over')
  await visitor.doesNotSee('You said: first')
  await visitor.saysAndIsAnswered('second')
  await visitor.hasSaid('second')
  expect((await agent.conversations()).map(({ phase }) => phase)).toEqual(['bot', 'closed'])

  await chooses(visitor, 'Earlier conversations')
  await visitor.panel.getByRole('button', { name: /first/ }).click()
  await visitor.sees('You said: first')
  await visitor.strikes('Escape')
  await visitor.strikes('Escape')
  await visitor.sees('You said: second')

  await visitor.presses('More')
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.presses('Download conversation')
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toContain('You: second')
  expect(text).toContain('Assistant: You said: second')
  expect(text).not.toContain('first')

  const all = await agent.conversations()
  expect(all).toHaveLength(2)
  await chooses(visitor, 'Erase my data')
  await agrees(visitor, 'Erase everything')
  for (const { id } of all) await agent.findsErased(id)
  await expect(question(visitor)).toHaveCount(0)
  await visitor.doesNotSee('You said: second')
  await visitor.saysAndIsAnswered('third')
  await visitor.hasSaid('third')
  await chooses(visitor, 'Earlier conversations')
  await visitor.sees('There are no earlier conversations.')
})
