import type { Page } from '@playwright/test'
import type { Visitor } from './visitor.ts'

/** Drags a file from outside of the browser to the middle of the panel, and lets go of it there unless it is `held`. */
export async function dragsAFile(visitor: Visitor, file: string, held = false): Promise<void> {
  const { page, panel } = visitor
  const box = await panel.boundingBox()
  if (!box) throw new Error('no panel')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const browser = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  const steps = held ? (['dragEnter', 'dragOver'] as const) : (['dragEnter', 'dragOver', 'drop'] as const)
  for (const type of steps) await browser.send('Input.dispatchDragEvent', { type, ...at, data })
}

/** Has a picture to paste. */
export async function copiesAPicture(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8)
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8)
    const picture = await canvas.convertToBlob({ type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
  })
}
