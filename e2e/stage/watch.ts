import type { Page } from '@playwright/test'
import { Visitor } from '../actors/visitor.ts'
import { openStage, type Play } from './stage.ts'

/** Opens the chat of a play. */
export async function watch(page: Page, play: Play) {
  const stage = await openStage(page, play)
  const visitor = new Visitor(page, 'https://stage.example')
  await visitor.opensTheChat()
  return { stage, visitor, panel: visitor.panel }
}
/** A button of the open panel. */
export const button = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true })
