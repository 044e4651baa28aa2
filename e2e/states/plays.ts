import type { Page } from '@playwright/test'
import { type PlayName, plays } from '../stage/plays.ts'
import { openStage } from '../stage/stage.ts'
import { comesTo } from '../stage/steps.ts'
import type { State } from './states.ts'

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
  played('earlier conversations', 'menu', async visitor => {
    await visitor.chooses('Earlier conversations')
    await visitor.finds('.pasts button')
  }),
  played('one of the earlier conversations', 'menu', async visitor => {
    await visitor.chooses('Earlier conversations')
    await visitor.page.locator('.pasts button').first().click()
    await visitor.finds('.over .card')
  }),
  played('may all be erased?', 'menu', async visitor => {
    await visitor.chooses('Erase my data')
    await visitor.finds('.question')
  }),
  played('being erased', 'menu', async visitor => {
    await visitor.chooses('Erase my data')
    await visitor.chooses('Erase everything')
    await visitor.finds('.question [role=status]')
  }),
  played('an image made large', 'image', async visitor => {
    await visitor.page.locator('.opens').click()
    await visitor.finds('.light[open]')
  })
]
