import type { Page } from '@playwright/test'
import { resize } from '../resize.ts'

/** A way of looking at a state. */
export interface Combination {
  colours: 'light' | 'dark' | 'forced'
  direction: 'ltr' | 'rtl'
  width: 320 | 1280
}

const colours = ['light', 'dark', 'forced'] as const
const directions = ['ltr', 'rtl'] as const
const widths = [320, 1280] as const

export const combinations: readonly Combination[] = colours.flatMap(colour =>
  directions.flatMap(direction => widths.map(width => ({ colours: colour, direction, width })))
)

/** One of them, another for the next state: seven is prime to their number, so each of them has its turn. */
export const usual = (index: number): Combination[] =>
  combinations.filter((_, place) => place === (index * 7) % combinations.length)

/** Looks at a page that way, without loading it anew. */
export async function dress(page: Page, { colours, direction, width }: Combination): Promise<void> {
  await resize(page, width, width === 320 ? 568 : 800)
  await page.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce'
  })
  await page.evaluate(dir => {
    document.documentElement.dir = dir
    const root = document.querySelector('footbridge-chat')?.shadowRoot
    for (const part of root?.querySelectorAll<HTMLElement>('.fb, .panel') ?? []) part.dir = dir
  }, direction)
}
