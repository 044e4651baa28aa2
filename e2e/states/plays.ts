import type { Page } from '@playwright/test'
import { inArabic } from '../stage/arabic.ts'
import { type PlayName, plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { comesTo } from '../stage/steps.ts'
import type { State } from './state.ts'

const played = (
  name: string,
  play: PlayName,
  then: (panel: Steps) => Promise<void> = async () => {}
): State => ({
  name,
  async enter(page) {
    await openStage(page, plays[play])
    await comesTo(page, play)
    await then(new Steps(page))
  }
})

class Steps {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async chooses(label: string): Promise<void> {
    await this.page.getByRole('button', { name: label, exact: true }).click()
  }

  async finds(what: string): Promise<void> {
    await this.page.locator(what).first().waitFor()
  }
}

/** What a site, a menu and an ending put before the visitor. */
export const playedStates: readonly State[] = [
  played('nobody there, and empty', 'empty'),
  played('an image that waits to be asked for', 'strangeImage'),
  played('a rating that was sent', 'rated'),
  played('waiting, with a way back', 'waiting'),
  played('an agent with a picture', 'agent'),
  played('a form in place of a person', 'offline'),
  played('a form before the first message', 'preChat'),
  played('a form before the first message, with faults', 'preChat', async visitor => {
    await visitor.chooses('Submit')
    await visitor.finds('[aria-invalid=true]')
  }),
  played('how it was', 'closed'),
  played('thanked for the rating', 'thanks'),
  played('the menu', 'menu'),
  played('the menu, with its switches on', 'switches'),
  played('earlier conversations', 'earlier'),
  played('one of the earlier conversations', 'earlierOne'),
  played('no earlier conversations', 'earlierNone'),
  played('may this be ended?', 'ending'),
  played('may all be erased?', 'erasing'),
  played('being erased', 'erasing', async visitor => {
    await visitor.chooses('Erase everything')
    await visitor.finds('.question [role=status]')
  }),
  played('notifications that the browser refused', 'refused'),
  {
    name: 'a window that the browser did not open',
    async enter(page) {
      await page.addInitScript(() => {
        window.open = () => null
      })
      await playedStates.find(({ name }) => name === 'the menu')?.enter(page)
      await new Steps(page).chooses('Open in a window')
      await page.getByText('Allow pop-ups').waitFor()
    }
  },
  played('days', 'days'),
  played('more markup', 'markup'),
  played('an answer that nobody heard, with a way to repeat it', 'failed'),
  played('an image made large', 'image', async visitor => {
    await visitor.page.locator('.opens').click()
    await visitor.finds('.light[open]')
  })
]

const kinds = [
  ...([
    'markup',
    'replies',
    'buttons',
    'carousel',
    'list',
    'image',
    'strangeImage',
    'brokenImage',
    'file'
  ] as const),
  ...([
    'form',
    'formAnswered',
    'rating',
    'rated',
    'waiting',
    'agent',
    'offline',
    'preChat',
    'closed'
  ] as const),
  ...(['folded', 'failed', 'days', 'switches', 'earlier', 'earlierOne', 'erasing'] as const)
]

/** What is written from right to left, in words that are. */
export const arabicStates: readonly State[] = kinds.map(name => ({
  name: `in Arabic: ${name}`,
  async enter(page) {
    await openStage(page, inArabic(plays[name]))
    await comesTo(page, name)
  }
}))
