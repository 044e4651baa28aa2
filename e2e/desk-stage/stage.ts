import { test as base, expect, type Page } from '@playwright/test'
import { Desk } from '../actors/desk.ts'
import { DeskRelay } from './relay.ts'
import { aMorning } from './scenes.ts'

/** The console before an agent, on a relay that only plays one. */
export class DeskPage extends Desk {
  readonly relay: DeskRelay

  constructor(page: Page, relay: DeskRelay, url: string) {
    super(page, url)
    this.relay = relay
  }

  /** In, with the queue before them and the stream open. */
  async begins(hash = ''): Promise<void> {
    await this.opens(hash)
    await this.signsIn(this.relay.me.name)
    await expect.poll(() => this.relay.listeners).toBe(1)
    await expect(
      this.page.getByRole('switch', { name: 'Available' }).or(this.page.getByRole('log')).first()
    ).toBeVisible()
  }
  /** Has the conversation of theirs with this visitor before them. */
  async answers(name: string): Promise<void> {
    await this.tab('Mine').click()
    await this.row(name).click()
    await expect(this.reply(name)).toBeFocused()
  }
  asked(verb: string): readonly Readonly<Record<string, unknown>>[] {
    return this.relay.asked.filter(({ path }) => path.endsWith(verb)).map(({ body }) => body)
  }
}

interface Cast {
  relay: DeskRelay
  desk: DeskPage
}

/** Each journey has a relay of its own, on a morning like any other. */
export const test = base.extend<Cast>({
  relay: async ({ locale }, use) => {
    void locale
    const relay = new DeskRelay()
    aMorning(relay)
    await use(relay)
    await relay.close()
  },
  desk: async ({ page, relay }, use) => {
    const desk = new DeskPage(page, relay, await relay.listen())
    await use(desk)
    expect(desk.troubles, 'errors on the page').toEqual([])
  }
})

export { expect }
