import { writeFile } from 'node:fs/promises'
import { pdf, picture } from '../actors/documents.ts'
import { aTalkOfFiles, attachesEveryKind, longName } from '../desk-stage/scenes.ts'
import { expect, test } from '../desk-stage/stage.ts'
import { smallTargets } from '../desk-stage/targets.ts'
import { barriersOf } from '../states/barriers.ts'

const name = 'Sofia Marin'
const saysOf = 'cv_sofia/say'

test('[FI50] each file says how far it is, that it is there, or why it is not; what is on its way can be taken away', async ({
  desk
}) => {
  await desk.begins()
  await desk.answers(name)
  await attachesEveryKind(desk, name)
  await expect(desk.attached(name)).toHaveText([
    'lamp.pngReady to send',
    `${longName}Ready to send`,
    'catalogue.pdfthe file is too large',
    'broken-cable.pngThe relay cannot be reached. Remove the file and try again.',
    'floor-plan.png'
  ])
  const progress = desk.talk(name).getByRole('progressbar', { name: 'floor-plan.png is on its way' })
  const part = () => progress.evaluate(one => (one as HTMLProgressElement).value)
  await expect.poll(part).toBeGreaterThan(0.3)
  expect(await part()).toBeLessThan(1)
  await desk.page.keyboard.press('Enter')
  await expect(desk.page.getByText('Files are still on their way.')).toBeVisible()
  expect(desk.asked(saysOf)).toEqual([])
  const cut = desk.page.waitForEvent('requestfailed', one => one.url().includes('floor-plan'))
  await desk.talk(name).getByRole('button', { name: 'Remove floor-plan.png' }).click()
  await cut
  await expect(desk.attached(name)).toHaveCount(4)
  await desk.reply(name).press('Enter')
  await expect(desk.page.getByText('A file could not be uploaded.')).toBeVisible()
  expect(desk.asked(saysOf)).toEqual([])
  for (const lost of ['catalogue.pdf', 'broken-cable.png'])
    await desk
      .talk(name)
      .getByRole('button', { name: `Remove ${lost}` })
      .click()
  await desk.says(name, 'These alone')
  await expect
    .poll(() => desk.asked(saysOf))
    .toMatchObject([{ text: '' }, { text: '' }, { text: 'These alone' }])
  await expect(desk.log(name).getByRole('img', { name: 'lamp.png' })).toBeVisible()
  await expect(desk.attached(name)).toHaveCount(0)
})

test('[FI50] what was held up goes on, and ten at once all come to their end', async ({ desk, relay }) => {
  await desk.begins()
  await desk.answers(name)
  relay.files.holds('0.png')
  await desk.attaches(name, ...Array.from({ length: 10 }, (_, at) => picture(`${at}.png`)))
  await expect(desk.page.getByText('9 of 10 files are ready to send.')).toBeAttached()
  relay.files.goesOn('0.png')
  await expect(desk.page.getByText('10 of 10 files are ready to send.')).toBeAttached()
  await desk.page.keyboard.press('Enter')
  await expect.poll(() => desk.asked(saysOf).length).toBe(10)
  await expect(desk.attached(name)).toHaveCount(0)
})

test('[FI75] the longest name is cut off in its place, and all of it can be reached, however narrow', async ({
  desk,
  page,
  relay
}) => {
  aTalkOfFiles(relay)
  await desk.begins()
  await desk.answers('Nora Lund')
  await desk.attaches('Nora Lund', pdf(longName), pdf(`catalogue-${'x'.repeat(200)}.pdf`), picture('a.png'))
  await expect(desk.page.getByText('3 of 3 files are ready to send.')).toBeAttached()
  for (const width of [1_280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const talk = desk.talk('Nora Lund')
    const wide = () =>
      talk.evaluate(box =>
        [...box.querySelectorAll('.attached, .log, form')].map(one => one.scrollWidth - one.clientWidth)
      )
    await expect.poll(wide, `${width}`).toEqual([0, 0, 0])
    for (const button of await talk.getByRole('button', { name: /^Remove / }).all()) {
      await button.scrollIntoViewIfNeeded()
      await expect(button).toBeInViewport({ ratio: 0.99 })
    }
    await expect(desk.reply('Nora Lund')).toBeInViewport({ ratio: 0.99 })
  }
})

test('[FI75] [FI72] files that are held over a conversation are asked for, and nothing there is in the way', async ({
  desk,
  page
}, info) => {
  await desk.begins()
  await desk.answers(name)
  const path = info.outputPath('a.png')
  await writeFile(path, picture('a.png').buffer)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await desk.holdsOver(name, path)
  await expect(page.getByText('Drop to attach')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await barriersOf(page), colorScheme).toEqual([])
  }
  expect(await smallTargets(page, 24)).toEqual([])
})
