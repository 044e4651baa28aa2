import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Visitor } from '../actors/visitor.ts'
import { expect, test } from '../fixtures.ts'

/** Drags a file from outside of the browser to the middle of the panel, and lets go of it there. */
async function dropsAFile(visitor: Visitor, file: string): Promise<void> {
  const { page, panel } = visitor
  const box = await panel.boundingBox()
  if (!box) throw new Error('no panel')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...at, data })
}

const copiesAPicture = (page: Page) =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8)
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8)
    const picture = await canvas.convertToBlob({ type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  })

test('[PA20] a file that is dropped on the panel, or a picture that is pasted, changes nothing', async ({
  visitor,
  bot
}, info) => {
  const file = info.outputPath('letter.txt')
  await writeFile(file, 'Dear all')
  await visitor.beginsAChat()
  await visitor.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = visitor
  const address = page.url()

  await dropsAFile(visitor, file)
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
