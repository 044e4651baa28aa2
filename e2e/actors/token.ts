import type { Page } from '@playwright/test'
import type { VisitorToken } from '#shared/ids.ts'
import { down } from '#shared/wire/down.ts'

/** What the relay gives to the visitor of this page, who has not been there before. */
export function tokenOf(page: Page): Promise<VisitorToken> {
  return new Promise(resolve => {
    page.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        const frame = down.safeParse(JSON.parse(payload.toString()))
        if (frame.data?.type === 'welcome' && frame.data.token !== undefined) resolve(frame.data.token)
      })
    )
  })
}
