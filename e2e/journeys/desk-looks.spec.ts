import type { Page } from '@playwright/test'
import { aTalkOfFiles, attachesEveryKind } from '../desk-stage/scenes.ts'
import { type DeskPage, expect, test } from '../desk-stage/stage.ts'
import { smallTargets } from '../desk-stage/targets.ts'
import { resize } from '../resize.ts'
import { barriersOf } from '../states/barriers.ts'

type Look = [name: string, enter: (desk: DeskPage, page: Page) => Promise<void>]

const looks: readonly Look[] = [
  ['signing in', desk => desk.opens()],
  [
    'a wrong password',
    async (desk, page) => {
      await desk.opens()
      await desk.signsIn('anna', 'a wrong one')
      await page.getByText('The name or the password is wrong.').waitFor()
    }
  ],
  ['the queue', desk => desk.begins()],
  [
    'an empty queue',
    async (desk, page) => {
      await desk.begins()
      for (const id of ['cv_mara', 'cv_7f3k']) desk.relay.adds(id, { kind: 'closed' })
      await page.getByText('Nobody is waiting.').waitFor()
    }
  ],
  [
    'who waits, and what is known',
    async (desk, page) => {
      await desk.begins()
      await desk.row('Mara Lindqvist').click()
      await page.keyboard.press('a')
      await page.getByText('Why the bot asked for a person').waitFor()
    }
  ],
  [
    'a conversation, and canned replies',
    async (desk, page) => {
      await desk.begins()
      await desk.answers('Idris Bello')
      await page.keyboard.type('/')
      await page.getByRole('listbox', { name: 'Canned replies' }).waitFor()
    }
  ],
  [
    'a note that could not be saved',
    async (desk, page) => {
      await desk.begins()
      await desk.answers('Idris Bello')
      desk.relay.refuses.set('POST /conversations/cv_idris/note', {
        status: 503,
        body: { error: 'notStored' }
      })
      await page.keyboard.press('Control+i')
      await page.keyboard.type('A difficult one')
      await page.keyboard.press('Enter')
      await page.getByText('Not sent.').waitFor()
    }
  ],
  [
    'files in every state on their way',
    async (desk, page) => {
      await desk.begins()
      await desk.answers('Idris Bello')
      await attachesEveryKind(desk, 'Idris Bello')
      await page.getByText('2 of 5 files are ready to send.').waitFor({ state: 'attached' })
      await page.getByText('The relay cannot be reached.').waitFor()
    }
  ],
  [
    'pictures and documents in a conversation',
    async (desk, page) => {
      aTalkOfFiles(desk.relay)
      await desk.begins()
      await desk.answers('Nora Lund')
      await page.getByRole('img', { name: 'dot.png' }).waitFor()
    }
  ],
  [
    'one that is over',
    async (desk, page) => {
      await desk.begins()
      await desk.tab('All').click()
      await desk.row('Yuki Tanaka').click()
      await page.getByText('Rated 5 of 5').waitFor()
    }
  ],
  ...(['m', 'h', 'e', 's', '?'] as const).map(
    (key): Look => [
      `the sheet of ${key}`,
      async (desk, page) => {
        await desk.begins()
        await desk.answers('Idris Bello')
        await page.keyboard.press('Escape')
        await page.keyboard.press(key)
        await page.getByRole('dialog').waitFor()
      }
    ]
  )
]

for (const [name, enter] of looks)
  test(`[DP16] nothing on the desk is in anybody's way: ${name}`, async ({ desk, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(desk, page)
    for (const width of [1_280, 390]) {
      await resize(page, width, 800)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect.soft(await barriersOf(page), `${width} ${colorScheme}`).toEqual([])
      }
      expect.soft(await smallTargets(page, 24), `${width}`).toEqual([])
    }
    await page.emulateMedia({ forcedColors: 'active' })
    expect.soft(await barriersOf(page), 'forced colours').toEqual([])
  })
