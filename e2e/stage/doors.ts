import type { Page } from '@playwright/test'
import type { Play } from './stage.ts'

interface Door {
  play: Play
  /** Until there is to be seen what it is for. */
  comes(page: Page): Promise<void>
}

/** What stands before the panel, by name. */
export const doors = {
  launcher: {
    play: { early: { launcher: { label: 'Ask us' } } },
    comes: page => page.locator('.launcher').waitFor()
  },
  greeting: {
    play: { early: { greetings: [{ id: 'one', text: 'Ask us anything about lamps.' }] } },
    comes: page => page.locator('.teaser button').first().waitFor()
  },
  consent: {
    play: {
      early: { consent: { text: 'We keep what you write for a year.', url: 'https://example.com/privacy' } }
    },
    async comes(page) {
      await page.locator('.launcher').click()
      await page.locator('.ask').waitFor()
    }
  }
} satisfies Record<string, Door>
