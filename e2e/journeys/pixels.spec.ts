import { readdirSync, readFileSync } from 'node:fs'
import { type Browser, expect, test } from '@playwright/test'
import { hostileSheets, renamed } from '../isolation/hostile.ts'
import { pictures, type Scene } from '../isolation/looks.ts'
import { difference, none } from '../isolation/pixels.ts'
import { plays } from '../stage/plays.ts'

const scenes: Readonly<Record<string, Scene>> = {
  'texts and quick replies': { play: plays.replies },
  'cards side by side': { play: plays.carousel },
  'a list': { play: plays.list },
  'buttons and links': { play: plays.buttons },
  'a file and a place': { play: plays.file },
  'a form with its errors': {
    play: plays.form,
    act: page => page.getByRole('button', { name: 'Submit' }).click()
  },
  'a rating': { play: plays.rating },
  'an agent': { play: plays.agent },
  'waiting for one': { play: plays.waiting },
  'an end': { play: plays.closed },
  'the menu': { play: plays.menu, act: page => page.getByRole('button', { name: 'More' }).click() },
  'a large image': {
    play: plays.image,
    act: page => page.getByRole('img', { name: 'The harbour at night' }).click()
  },
  'a greeting': { play: { early: { greetings: [{ id: 'one', text: 'Can we help?' }] } } },
  'a question for consent': { play: { early: { consent: { text: 'May we keep what you write?' } } } }
}

async function looksTheSame(browser: Browser, scene: Scene, sheet: string): Promise<void> {
  const usual = await pictures(browser, scene, '')
  const under = await pictures(browser, scene, sheet)
  const reader = await browser.newPage()
  const differences = await Promise.all(
    usual.map((one, index) => difference(reader, one, under[index] ?? Buffer.alloc(0)))
  )
  await reader.close()
  for (const [index, { pixels }] of differences.entries())
    if (pixels) await attach({ [`usual ${index}`]: usual[index], [`under the sheet ${index}`]: under[index] })
  expect(differences).toEqual(usual.map(() => none))
}

async function attach(pictures: Record<string, Buffer | undefined>): Promise<void> {
  for (const [name, body = Buffer.alloc(0)] of Object.entries(pictures))
    await test.info().attach(name, { body, contentType: 'image/png' })
}

/** Of all that the widget's own sheets read, what is no word of its interface. */
function ownNames(): string[] {
  const folder = new URL('../../dist/widget/assets/', import.meta.url)
  const code = readdirSync(folder).flatMap(name =>
    name.endsWith('.js') ? readFileSync(new URL(name, folder), 'utf8') : []
  )
  const names = code.join('').matchAll(/var\((--[\w-]+)/g)
  return [...new Set(Array.from(names, ([, name = '']) => name))].filter(
    name => !name.startsWith('--footbridge-')
  )
}

const all = () => [...Object.values(hostileSheets), renamed(ownNames())]

test.slow()

for (const [what, scene] of Object.entries(scenes)) {
  test(`[DI3] a page’s styles change no pixel of the widget: ${what}`, ({ browser }) =>
    looksTheSame(browser, scene, all().join('\n')))
}

for (const [where, sheet] of Object.entries(hostileSheets)) {
  test(`[DI3] a page’s styles change no pixel of the widget, alone: ${where}`, ({ browser }) =>
    looksTheSame(browser, { play: plays.replies }, sheet))
}

test('[DI3] a page’s properties of our names change no pixel of the widget', ({ browser }) =>
  looksTheSame(browser, { play: plays.replies }, renamed(ownNames())))

test('[DI3] a picture that is not the same is told from one that is', async ({ page }) => {
  await page.setContent('<body style="margin:0"><p style="margin:0;width:3px;height:5px;background:red">')
  const one = await page.screenshot()
  await page.locator('p').evaluate(p => p.style.setProperty('margin-left', '10px'))
  expect(await difference(page, one, await page.screenshot())).toEqual({
    pixels: 30,
    most: 255,
    left: 0,
    top: 0,
    right: 13,
    bottom: 5
  })
})
