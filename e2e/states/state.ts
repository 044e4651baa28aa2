import type { Page } from '@playwright/test'
import { Stage } from './stage.ts'

/** Something that a visitor can find before them. */
export interface State {
  name: string
  /** Brings a new page into it. */
  enter(page: Page): Promise<void>
}

/** The chat is open, and then something happens. */
export const opened = (name: string, then: (stage: Stage) => Promise<void>, scene = {}): State => ({
  name,
  async enter(page) {
    const stage = new Stage(page, scene)
    await stage.opens()
    await stage.logs({ kind: 'opened' })
    await then(stage)
  }
})

/** Questions and their answers. */
export const talk = async (stage: Stage, count: number) => {
  for (let at = 1; at < count; at += 2) {
    await stage.logs(
      {
        kind: 'message',
        by: 'visitor',
        id: `visitor-${at}`,
        content: { kind: 'text', text: `Question ${at}?` }
      },
      {
        kind: 'message',
        by: 'bot',
        content: { kind: 'text', text: `Answer ${at}, see https://example.com/${at}.` }
      }
    )
  }
  await stage.panel
    .getByText(`Answer ${count - 1},`)
    .last()
    .waitFor()
}
