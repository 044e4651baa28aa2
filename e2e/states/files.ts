import { contents } from './contents.ts'
import type { Stage } from './stage.ts'
import { opened, type State } from './state.ts'

/** Somebody has the visitor, who may send files. */
const sends = (name: string, then: (stage: Stage) => Promise<void>) =>
  opened(
    name,
    async stage => {
      await stage.botSays('Hello! How can I help?')
      await stage.logs({ kind: 'handover' }, { kind: 'taken', name: 'Grace Hopper' })
      await stage.panel.locator('.clip').waitFor()
      await then(stage)
    },
    { can: { upload: true }, site: { files: { maxBytes: 2_000, kinds: ['png', 'pdf'] } } }
  )

const attaches = (stage: Stage, size: number, ...names: string[]) =>
  stage.panel
    .locator('input[type=file]')
    .setInputFiles(names.map(name => ({ name, mimeType: 'image/png', buffer: Buffer.alloc(size, 1) })))

/** The visitor's own files, from the clip to the log. */
export const withFiles: readonly State[] = [
  sends('files may be sent', async () => {}),
  sends('files on their way', async stage => {
    await attaches(
      stage,
      1_000,
      'rose.png',
      'A rose that was photographed from very close and has a long name.png'
    )
    await stage.panel.getByRole('textbox').fill('My roses')
    await stage.page.keyboard.press('Enter')
    await stage.panel.getByText('Sent as soon as').waitFor()
  }),
  sends('files that can be sent', async stage => {
    stage.upload = { status: 201, json: { file: { id: 'f1' } } }
    await attaches(stage, 1_000, 'rose.png', 'leaf.png')
    await stage.panel.locator('.i-there').nth(1).waitFor()
  }),
  sends('files that were refused', async stage => {
    stage.upload = { status: 429, json: { error: 'tooMany' } }
    await attaches(stage, 5_000, 'large.png')
    await attaches(stage, 1_000, 'rose.png')
    await stage.panel.getByRole('button', { name: 'Try again' }).waitFor()
  }),
  sends('a file over the panel', async stage => {
    await stage.panel.evaluate(panel => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['x'], 'rose.png'))
      panel.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }))
    })
    await stage.panel.getByText('Drop files here').waitFor()
  }),
  opened('files of the visitor', async stage => {
    for (const content of [contents.image, contents.file])
      await stage.logs({ kind: 'message', by: 'visitor', id: `visitor-${content.kind}`, content })
    await stage.panel.locator('.mine img').waitFor()
  })
]
