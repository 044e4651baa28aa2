import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { disguised, pdf, picture } from '../actors/documents.ts'
import { Sender } from '../actors/sender.ts'
import { tokenOf } from '../actors/token.ts'
import type { Visitor } from '../actors/visitor.ts'
import { test as base, type Desk, expect, staffed } from '../people.ts'

const test = base.extend({ settings: { ...staffed, shop: '    files: { enabled: true, maxMb: 2 }' } })

/** The visitor as Anna sees them, once she has them. */
async function meet(visitor: Visitor, anna: Desk): Promise<string> {
  await anna.comesAs('anna')
  await visitor.beginsAChat()
  await visitor.presses('Ask for a person')
  const name = await anna.isAskedFor()
  await anna.takes(name)
  return name
}

const ready = (anna: Desk, count: number) =>
  expect(
    anna.page.getByText(`${count} of ${count} ${count === 1 ? 'file is' : 'files are'} ready`)
  ).toBeAttached()

/** What a link gives to be kept, whichever page of the browser says so. */
async function saved(page: Page, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const elsewhere = page.waitForEvent('popup').then(popup => popup.waitForEvent('download'))
  const downloads = Promise.any([page.waitForEvent('download'), elsewhere])
  await link.click()
  const download = await downloads
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const drawn = (image: Locator) =>
  expect.poll(() => image.evaluate(one => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)

const shelf = picture('shelf.png')
const offer = pdf('Offer for Ödön.pdf', 20_000)

test('[J80] [FI51] [FI52] a picture and a document of an agent are shown in the chat, before the words, and saved as they are', async ({
  visitor,
  anna
}) => {
  const elsewhere: string[] = []
  anna.page.on('request', one => {
    if (one.resourceType() === 'image' && !one.url().startsWith(new URL(anna.url).origin))
      elsewhere.push(one.url())
  })
  const name = await meet(visitor, anna)
  await anna.attaches(name, shelf, offer)
  await ready(anna, 2)
  await expect(anna.reply(name)).toBeFocused()
  await anna.says(name, 'This one, and what it costs')
  await expect(anna.attached(name)).toHaveCount(0)
  await visitor.sees('This one, and what it costs')
  await visitor.seesAPicture('shelf.png')
  const document = visitor.log.getByRole('link', { name: /Offer for Ödön\.pdf/ })
  expect(await saved(visitor.page, document)).toEqual({ name: offer.name, bytes: offer.buffer })
  const order = await visitor.log.evaluate(log => log.textContent?.replace(/\s+/g, ' ') ?? '')
  expect(order.indexOf('Offer for Ödön.pdf')).toBeLessThan(order.indexOf('This one, and'))

  const image = anna.log(name).getByRole('img', { name: 'shelf.png' })
  await drawn(image)
  const own = anna.log(name).getByRole('link', { name: 'Save shelf.png' })
  expect(await saved(anna.page, own)).toEqual({ name: 'shelf.png', bytes: shelf.buffer })
  await anna.page.reload()
  await drawn(image)
  await visitor.reloads()
  await visitor.opensTheChatAgain()
  await visitor.seesAPicture('shelf.png')
  expect(elsewhere).toEqual([])
})

test('[J80] [FI72] what is pasted and what is dropped goes the same way; a table that was copied stays words', async ({
  visitor,
  anna
}, info) => {
  const name = await meet(visitor, anna)
  await anna.pastes({ 'image/png': shelf.buffer })
  await ready(anna, 1)
  const path = info.outputPath('from-the-disk.pdf')
  await writeFile(path, offer.buffer)
  const { drops } = await anna.holdsOver(name, path)
  await expect(anna.page.getByText('Drop to attach')).toBeVisible()
  await drops()
  await expect(anna.page.getByText('Drop to attach')).toHaveCount(0)
  await ready(anna, 2)
  await expect(anna.reply(name)).toBeFocused()
  const cells = { 'text/plain': Buffer.from('12 €'), 'text/html': Buffer.from('<b>12 €</b>') }
  await anna.pastes({ ...cells, 'image/png': shelf.buffer })
  await expect(anna.reply(name)).toHaveValue('12 €')
  await expect(anna.attached(name)).toHaveCount(2)
  await anna.page.keyboard.press('Enter')
  await visitor.sees('12 €')
  await visitor.seesAPicture('image.png')
  await expect(visitor.log.getByRole('link', { name: /from-the-disk\.pdf/ })).toBeVisible()
})

test('[J80] what a visitor sends stands on the desk, and is saved there as it is', async ({
  visitor,
  anna,
  relay,
  website
}) => {
  const token = tokenOf(visitor.page)
  const name = await meet(visitor, anna)
  const sender = new Sender({ relay: relay.url, origin: website.origin, token: await token })
  for (const file of [shelf, offer]) await sender.says(await sender.uploads(file), randomUUID())
  await drawn(anna.log(name).getByRole('img', { name: 'shelf.png' }))
  const link = anna.log(name).getByRole('link', { name: 'Save Offer for Ödön.pdf' })
  expect(await saved(anna.page, link)).toEqual({ name: offer.name, bytes: offer.buffer })
})

test('[FI50] what is refused says why, what is on its way is taken away, and neither is sent', async ({
  visitor,
  anna,
  relay
}) => {
  const name = await meet(visitor, anna)
  await anna.attaches(name, disguised('harmless.png'), pdf('much-too-large.pdf', 3_000_000), shelf)
  const all = anna.attached(name)
  await expect(all).toHaveText([
    'harmless.pngfiles of this type cannot be sent',
    'much-too-large.pdfthe file is too large',
    'shelf.pngReady to send'
  ])
  const network = await anna.page.context().newCDPSession(anna.page)
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 30_000 }
  await network.send('Network.emulateNetworkConditions', slow)
  await anna.attaches(name, pdf('slow.pdf', 1_500_000))
  await expect
    .poll(async () => (await relay.filesOnDisk()).some(line => line.startsWith('incoming/')))
    .toBe(true)
  await expect(anna.talk(name).getByRole('progressbar', { name: 'slow.pdf is on its way' })).toBeVisible()
  await anna.talk(name).getByRole('button', { name: 'Remove slow.pdf' }).click()
  await network.detach()
  await expect(anna.talk(name).getByRole('button', { name: 'Remove shelf.png' })).toBeFocused()
  await expect
    .poll(async () => (await relay.filesOnDisk()).filter(line => /^(?:incoming|unsettled)/.test(line)).length)
    .toBe(1)
  for (const refused of ['harmless.png', 'much-too-large.pdf'])
    await anna
      .talk(name)
      .getByRole('button', { name: `Remove ${refused}` })
      .click()
  await anna.says(name, 'Only the shelf')
  await visitor.sees('Only the shelf')
  await visitor.seesAPicture('shelf.png')
  await expect(visitor.log.getByRole('link', { name: /pdf/ })).toHaveCount(0)
})

test('[FI51] [FI72] a note has no files: what was attached waits for a reply, and what is pasted is not taken', async ({
  visitor,
  anna
}) => {
  const name = await meet(visitor, anna)
  await anna.attaches(name, shelf)
  await ready(anna, 1)
  await anna.page.keyboard.press('Control+i')
  await expect(anna.note(name)).toBeFocused()
  await expect(anna.attached(name)).toHaveCount(0)
  await anna.pastes({ 'image/png': shelf.buffer })
  await expect(anna.page.getByText('A note has no files.')).toBeVisible()
  await anna.page.keyboard.type('Between us')
  await anna.page.keyboard.press('Enter')
  await anna.sees(name, 'Between us')
  await anna.page.keyboard.press('Control+i')
  await expect(anna.attached(name)).toHaveCount(1)
  await anna.says(name, 'For you')
  await visitor.sees('For you')
  await visitor.seesAPicture('shelf.png')
  await visitor.doesNotSee('Between us')
  await expect(visitor.log.getByRole('img', { name: 'shelf.png' })).toHaveCount(1)
})

test('[J81] [FI74] with the keyboard alone files are chosen, taken away and sent, and the focus is where one goes on', async ({
  visitor,
  anna
}) => {
  const name = await meet(visitor, anna)
  const { keyboard } = anna.page
  const remove = (what: string) => anna.talk(name).getByRole('button', { name: `Remove ${what}` })
  await keyboard.press('Escape')
  await keyboard.press('f')
  await expect(anna.talk(name).getByRole('button', { name: 'Attach files' })).toBeFocused()
  await anna.choosesAs([shelf, offer, picture('wrong.png')], () => keyboard.press('Enter'))
  await ready(anna, 3)
  await expect(anna.reply(name)).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(anna.talk(name).getByRole('button', { name: 'Attach files' })).toBeFocused()
  await keyboard.press('Shift+Tab')
  await expect(remove('wrong.png')).toBeFocused()
  await keyboard.press('Enter')
  await expect(remove(offer.name)).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(anna.reply(name)).toBeFocused()
  await keyboard.press('Enter')
  await visitor.seesAPicture('shelf.png')
  await expect(visitor.log.getByRole('link', { name: /Ödön/ })).toBeVisible()
  await expect(visitor.log.getByRole('img', { name: 'wrong.png' })).toHaveCount(0)
  await expect(anna.reply(name)).toBeFocused()
})
