import { Stage } from './stage.ts'
import type { State } from './state.ts'

/** What stands on the page beside the panel, and before it. */
export const outside: readonly State[] = [
  { name: 'closed', enter: page => new Stage(page).visits() },
  {
    name: 'closed again',
    async enter(page) {
      const stage = new Stage(page)
      await stage.opens()
      await page.keyboard.press('Escape')
      await stage.panel.waitFor({ state: 'hidden' })
    }
  },
  {
    name: 'unread',
    async enter(page) {
      const stage = new Stage(page)
      await stage.opens()
      await page.keyboard.press('Escape')
      await stage.logs(
        { kind: 'opened' },
        { kind: 'message', by: 'bot', content: { kind: 'text', text: 'Still there?' } }
      )
      await page.getByRole('button', { name: /unread/ }).waitFor()
    }
  },
  {
    name: 'a launcher with words',
    enter: page => new Stage(page, { early: { launcher: { label: 'Ask us' } } }).visits()
  },
  {
    name: 'a launcher with words, and unread',
    async enter(page) {
      const stage = new Stage(page, { early: { launcher: { label: 'Ask us' } } })
      await stage.opens()
      await page.keyboard.press('Escape')
      await stage.logs({ kind: 'message', by: 'bot', content: { kind: 'text', text: 'Still there?' } })
      await page.getByRole('button', { name: /1 unread/ }).waitFor()
    }
  },
  {
    name: 'files that do not arrive',
    async enter(page) {
      const stage = new Stage(page)
      stage.refusesFiles = /\/assets\//
      await stage.visits()
      await stage.launcher.click()
      await page.getByRole('button', { name: /did not load/ }).waitFor()
    }
  },
  {
    name: 'a colour of the site',
    async enter(page) {
      const stage = new Stage(page)
      await stage.opens()
      await page.addStyleTag({ content: 'footbridge-chat { --footbridge-color: #ffe14d }' })
      await stage.botSays('Hello! See https://example.com/')
      await stage.visitorSays('Hi')
    }
  },
  {
    name: 'a greeting beside the launcher',
    async enter(page) {
      const greetings = [{ id: 'help', text: 'Can we help you find something?' }]
      await new Stage(page, { early: { greetings } }).visits()
      await page.getByRole('button', { name: 'Can we help' }).waitFor()
    }
  },
  {
    name: 'may anything be stored?',
    async enter(page) {
      const consent = { text: 'We keep what you write for a year.', url: 'https://shop.example/privacy' }
      const stage = new Stage(page, { early: { consent } })
      await stage.visits()
      await stage.launcher.click()
      await page.getByRole('button', { name: 'Agree' }).waitFor()
    }
  }
]
