import { writeFile } from 'node:fs/promises'
import { copiesAPicture, dragsAFile } from '../actors/hands.ts'
import { expect, test } from '../fixtures.ts'

test('[PA20] where no files may be sent, one that is dropped on the panel, or a picture that is pasted, changes nothing', async ({
  visitor,
  bot
}, info) => {
  const file = info.outputPath('letter.txt')
  await writeFile(file, 'Dear all')
  await visitor.beginsAChat()
  const { page } = visitor
  const address = page.url()

  await dragsAFile(visitor, file)
  await visitor.saysAndIsAnswered('still here')
  expect(page.url()).toBe(address)
  expect(page.context().pages()).toHaveLength(1)

  await copiesAPicture(page)
  await visitor.composer.focus()
  await visitor.strikes('ControlOrMeta+v')
  await visitor.isWriting('')
  await visitor.saysAndIsAnswered('one')
  await visitor.hasSaid('still here', 'one')
  await bot.hasHeard('still here', 'one')
})
