import type { Page } from '@playwright/test'
import { type Colour, type Ink, inksOf, type Layer } from './inks.ts'

const white: Colour = [1, 1, 1, 1]

const mixed = (below: Colour, above: Colour, share: number): Colour => {
  const [red, green, blue] = [0, 1, 2].map(at => {
    const [under = 0, over = 0] = [below[at], above[at]]
    return under + (over - under) * share
  })
  return [red ?? 0, green ?? 0, blue ?? 0, 1]
}
const over = (below: Colour, above: Colour) => mixed(below, above, above[3])

/** What is seen of an ink and of what is behind it: layer upon layer, each as far as it lets through what is below. */
function seen(
  ink: Colour,
  [layer, ...inner]: readonly Layer[],
  below: Colour
): [ink: Colour, behind: Colour] {
  if (!layer) return [over(below, ink), below]
  const [drawn, behind] = seen(ink, inner, over(below, layer.fill))
  return [mixed(below, drawn, layer.opacity), mixed(below, behind, layer.opacity)]
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const light = ([red, green, blue]: Colour) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** By how much two colours stand out from each other, as WCAG counts it: 1 to 21. */
function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const inkContrast = ({ colour, layers }: Ink) => contrastOf(...seen(colour, layers, white))

/** Whatever stands out less than it must: words by 4.5 to 1, large ones and parts by 3 to 1. */
async function illegible(page: Page): Promise<string[]> {
  const inks = await inksOf(page)
  if (!inks.length) throw new Error('nothing is drawn')
  return inks
    .filter(ink => inkContrast(ink) < ink.needs)
    .map(ink => `${inkContrast(ink).toFixed(2)} of ${ink.needs}: ${ink.what}`)
}

/** Of sites with no taste: their own, too light on light, too dark on dark, and what has neither. */
const colours = ['', '#ffe14d', '#d9d9d9', '#000', '#fff', '#808080', '#e00']

/** What cannot be read in a state in either theme, whatever colour its site has. */
export async function illegibleInAnyColour(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'none' })
    for (const colour of colours) {
      await page.locator('footbridge-chat').evaluate((chat, value) => {
        chat.style.setProperty('--footbridge-color', value)
      }, colour)
      found.push(...(await illegible(page)).map(one => `${colorScheme} ${colour}: ${one}`))
    }
  }
  await page.locator('footbridge-chat').evaluate(chat => chat.style.removeProperty('--footbridge-color'))
  return found
}
