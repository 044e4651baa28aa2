import { writeFile } from 'node:fs/promises'
import type { Desk } from '../actors/desk.ts'
import { type Chosen, pdf, picture } from '../actors/documents.ts'
import { copiesAPicture, dragsAFile } from '../actors/hands.ts'
import { notices } from '../actors/notices.ts'
import type { Visitor } from '../actors/visitor.ts'
import { expect, staffed, test } from '../people.ts'
import { barriersOf } from '../states/barriers.ts'

const rose = picture('rose.png')
const paper = pdf('Invoice 7.pdf')
const large = { name: 'large.png', mimeType: 'image/png', buffer: Buffer.alloc(1_100_000, 1) }
const page = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') }
const empty = { name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }

test.use({
  settings: { ...staffed, shop: '    files: { enabled: true, maxMb: 1, types: [png, jpeg, pdf] }' }
})

const clip = ({ panel }: Visitor) => panel.getByRole('button', { name: 'Attach files' })
const attached = ({ panel }: Visitor) =>
  panel.getByRole('list', { name: 'Files to send' }).getByRole('listitem')
const isThere = (visitor: Visitor, name: string) =>
  expect(attached(visitor).filter({ hasText: name }).locator('.i-there')).toBeVisible()

async function chooses({ panel }: Visitor, ...files: Chosen[]): Promise<void> {
  await panel.locator('input[type=file]').setInputFiles(files)
}

/** An agent has the visitor, who is told so. Answers by which name. */
async function meet(visitor: Visitor, anna: Desk): Promise<string> {
  await anna.comesAs('anna')
  await visitor.beginsAChat()
  await expect(clip(visitor)).toHaveCount(0)
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  await visitor.sees(notices.joined('Anna Berg'))
  await expect(clip(visitor)).toBeEnabled()
  return name
}

test('[PA28] what sends files is not downloaded before they may be sent', async ({ visitor, anna }) => {
  const parts: string[] = []
  visitor.page.on('request', request => parts.push(request.url()))
  const sends = () => parts.filter(url => /\/attach-[\w-]+\.js$/.test(url))
  await anna.comesAs('anna')
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  expect(sends()).toEqual([])
  await anna.takes(name)
  await expect(clip(visitor)).toBeEnabled()
  expect(sends()).toHaveLength(1)
})

test('[FI60] [FI62] [FI67] a visitor sends an agent a picture and a PDF, before the words, and is sent one', async ({
  visitor,
  anna
}) => {
  const name = await meet(visitor, anna)
  await chooses(visitor, rose, paper)
  await isThere(visitor, 'rose.png')
  await isThere(visitor, 'Invoice 7.pdf')
  expect(await barriersOf(visitor.page)).toEqual([])
  await visitor.says('My rose, and what it cost')
  await visitor.seesAsSent('My rose, and what it cost')
  await expect(attached(visitor)).toHaveCount(0)
  await visitor.seesAPicture('rose.png')
  await visitor.seesALink(/Invoice 7\.pdf/, /\/files\/.+\?key=/)
  await expect(visitor.log.locator('.mine')).toHaveCount(4)
  await anna.sees(name, 'My rose, and what it cost')
  await expect(anna.log(name).getByRole('img', { name: 'rose.png' })).toBeVisible()
  await expect(anna.log(name).getByRole('link', { name: /Invoice 7\.pdf/ })).toHaveCount(1)

  await anna.page.locator('input[type=file]').setInputFiles(paper)
  await expect(anna.attached(name).getByText('Ready to send')).toHaveCount(1)
  await anna.says(name, 'Signed.')
  await visitor.sees('Signed.')
  const link = visitor.log.locator('.theirs').getByRole('link', { name: /Invoice 7\.pdf/ })
  const saved = await visitor.page.request.get((await link.getAttribute('href')) ?? '')
  expect(saved.headers()['content-disposition']).toContain('attachment; filename="Invoice 7.pdf"')
  expect(await saved.body()).toEqual(paper.buffer)
})

test('[FI61] what is refused says why in plain words, and can be taken away', async ({ visitor, anna }) => {
  await meet(visitor, anna)
  await chooses(visitor, large, page, empty)
  await expect(attached(visitor)).toHaveText([
    /large\.png.*larger than 1/,
    /page\.html.*only PNG, JPEG, and PDF/,
    /the file is empty/
  ])
  await expect(visitor.panel.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  expect(await barriersOf(visitor.page)).toEqual([])
  await visitor.says('Never mind')
  await visitor.seesAsSent('Never mind')
  for (const { name } of [large, page, empty])
    await visitor.panel.getByRole('button', { name: `Remove: ${name}` }).click()
  await expect(attached(visitor)).toHaveCount(0)
  await chooses(visitor, ...Array.from({ length: 11 }, (_, at) => ({ ...empty, name: `${at}.png` })))
  await expect(attached(visitor)).toHaveCount(10)
  await expect(visitor.panel.getByText('At most 10 files at a time.')).toBeVisible()
})

test('[FI61] handed back to the bot: what is attached stays, and says that it is not now', async ({
  visitor,
  anna
}) => {
  const name = await meet(visitor, anna)
  await visitor.page.route('**/files?*', async route => {
    await anna.does(name, 'Hand back')
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click()
    await visitor.sees(notices.back)
    await route.continue()
  })
  await chooses(visitor, rose)
  await expect(attached(visitor)).toContainText('files can be sent while a person answers')
  await expect(clip(visitor)).toBeDisabled()
  await visitor.panel.getByRole('button', { name: 'Remove: rose.png' }).click()
  await expect(clip(visitor)).toHaveCount(0)
  await visitor.saysAndIsAnswered('one')
})

test('[FI68] with the keyboard alone, and told aloud', async ({ visitor, anna }) => {
  const name = await meet(visitor, anna)
  await visitor.composer.focus()
  await visitor.strikes('Shift+Tab')
  await expect(clip(visitor)).toBeFocused()
  const choosing = visitor.page.waitForEvent('filechooser')
  await visitor.strikes('Enter')
  await (await choosing).setFiles([rose, paper])
  await isThere(visitor, 'Invoice 7.pdf')
  await expect(visitor.panel.getByText('Invoice 7.pdf can be sent')).toHaveAttribute('role', 'status')
  await visitor.strikes('Shift+Tab')
  await expect(visitor.panel.getByRole('button', { name: 'Remove: Invoice 7.pdf' })).toBeFocused()
  await visitor.strikes('Enter')
  await expect(attached(visitor)).toHaveCount(1)
  await expect(visitor.composer).toBeFocused()
  await visitor.strikes('Enter')
  await expect(anna.log(name).getByRole('img', { name: 'rose.png' })).toBeVisible()
  await expect(attached(visitor)).toHaveCount(0)
})

test('[FI63] cut off between the upload and the word of it: said once all the same, over a reload too', async ({
  visitor,
  anna,
  network
}) => {
  const name = await meet(visitor, anna)
  await chooses(visitor, rose)
  await isThere(visitor, 'rose.png')
  network.cut()
  await visitor.says('Look')
  await visitor.seesAsWaiting('Look')
  await expect(visitor.log.locator('.mine').filter({ hasText: 'rose.png' })).toContainText('Waiting')
  await visitor.reloads()
  network.mend()
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.seesAsSent('Look')
  await visitor.seesAPicture('rose.png')
  await expect(anna.log(name).getByRole('img', { name: 'rose.png' })).toHaveCount(1)
  await anna.seesTimes(name, 'Look', 1)
})

test('[FI63] cut off on its way, a file goes by itself once there is a connection again', async ({
  visitor,
  anna,
  network
}) => {
  const name = await meet(visitor, anna)
  network.cut()
  await chooses(visitor, rose)
  await visitor.says('Look')
  await expect(visitor.panel.getByText('Sent as soon as the files are there.')).toBeVisible()
  await visitor.isWriting('Look')
  network.mend()
  await visitor.seesAsSent('Look')
  await visitor.isWriting('')
  await expect(anna.log(name).getByRole('img', { name: 'rose.png' })).toHaveCount(1)
})

test('[FI69] dropped or pasted where they may be sent, files are attached; words that are pasted stay words', async ({
  visitor,
  anna
}, info) => {
  const name = await meet(visitor, anna)
  const file = info.outputPath('Invoice 7.pdf')
  await writeFile(file, paper.buffer)
  await dragsAFile(visitor, file, true)
  await expect(visitor.panel.getByText('Drop files here')).toBeVisible()
  await dragsAFile(visitor, file)
  await expect(visitor.panel.getByText('Drop files here')).toHaveCount(0)
  await isThere(visitor, 'Invoice 7.pdf')
  await copiesAPicture(visitor.page)
  await visitor.composer.focus()
  await visitor.strikes('ControlOrMeta+v')
  await isThere(visitor, 'image.png')
  await visitor.page.evaluate(() => {
    const words = (type: string) => new Blob(['a table'], { type })
    const both = { 'text/plain': words('text/plain'), 'text/html': words('text/html') }
    return navigator.clipboard.write([new ClipboardItem(both)])
  })
  await visitor.strikes('ControlOrMeta+v')
  await visitor.isWriting('a table')
  await expect(attached(visitor)).toHaveCount(2)
  await visitor.strikes('Enter')
  await anna.sees(name, 'a table')
  await expect(anna.log(name).getByRole('img', { name: 'image.png' })).toBeVisible()
})

test('[FI66] from a tab without the socket too', async ({ visitor, anna }) => {
  const name = await meet(visitor, anna)
  const second = await visitor.opensAnotherTab()
  const sockets: string[] = []
  second.page.on('websocket', socket => sockets.push(socket.url()))
  await second.visits()
  await second.opensTheChatAgain()
  await chooses(second, rose)
  await isThere(second, 'rose.png')
  await second.says('From the second')
  await second.seesAsSent('From the second')
  await expect(anna.log(name).getByRole('img', { name: 'rose.png' })).toHaveCount(1)
  await visitor.seesAPicture('rose.png')
  expect(sockets).toEqual([])
  expect(second.troubles).toEqual([])
})
