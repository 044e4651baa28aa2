import type { Page } from '@playwright/test'

/** Red, green, blue and how much of it there is, each 0 to 1. */
export type Colour = readonly [number, number, number, number]

/** What an element puts behind its contents, and how much of all of it is seen. */
export interface Layer {
  fill: Colour
  opacity: number
}

/** Something drawn that must stand out from what is behind it. */
export interface Ink {
  what: string
  colour: Colour
  /** From what is nearest to the page inwards. */
  layers: readonly Layer[]
  needs: number
}

/** Every text, field, icon, edge and ring of the chat on the page, as the browser computes it; what is disabled need not be read. */
export async function inksOf(page: Page): Promise<Ink[]> {
  const found = await page.evaluate(collect)
  const names = found.flatMap(({ colour, layers }) => [colour, ...layers.map(({ fill }) => fill)])
  const known = new Map(await page.evaluate(mix, [...new Set(names)]))
  const colourOf = (name: string) => known.get(name) ?? transparent
  return found.map(({ layers, colour, ...ink }) => ({
    ...ink,
    colour: colourOf(colour),
    layers: layers.toReversed().map(({ fill, opacity }) => ({ fill: colourOf(fill), opacity }))
  }))
}

const transparent: Colour = [0, 0, 0, 0]

/** What stands in the page: colours by their names, layers outwards. */
interface Found {
  what: string
  colour: string
  layers: { fill: string; opacity: number }[]
  needs: number
}

/** The colours of names, however they are written: as the page draws them. */
function mix(names: readonly string[]): [name: string, colour: Colour][] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('there is nothing to draw on')
  return names.map(name => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = name
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [name, [red / 255, green / 255, blue / 255, alpha / 255]]
  })
}

function collect(): Found[] {
  const chat = document.querySelector('footbridge-chat')
  const found: Found[] = []
  const above = (element: Element): Element | null => {
    const top = element.getRootNode()
    return element.parentElement ?? (top instanceof ShadowRoot ? top.host : null)
  }
  const layersOf = (element: Element | null): Found['layers'] => {
    if (!element) return []
    const { backgroundColor: fill, opacity } = getComputedStyle(element)
    return [{ fill, opacity: Number(opacity) }, ...layersOf(above(element))]
  }
  const add = (element: Element | null, part: string, colour: string, needs: number) => {
    const what = `${part} in ${element?.localName}.${element?.classList.value}`
    if (colour !== 'none') found.push({ what, colour, layers: layersOf(element), needs })
  }
  const words = ({ childNodes }: Element) =>
    [...childNodes].map(node => (node instanceof Text ? node.data.trim() : '')).join('')
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.hidden, :disabled, [aria-disabled=true], [inert], option')
  const needOf = ({ fontSize, fontWeight }: CSSStyleDeclaration) =>
    parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24) ? 3 : 4.5

  const lookAtWords = (element: Element) => {
    const style = getComputedStyle(element)
    const text = words(element)
    if (text && style.fontSize !== '0px') add(element, `“${text.slice(0, 30)}”`, style.color, needOf(style))
    for (const side of ['::before', '::after']) {
      const { content, color, backgroundColor, display } = getComputedStyle(element, side)
      if (content === 'none' || content === 'normal' || display === 'none') continue
      add(element, side, content.startsWith('""') ? backgroundColor : color, 3)
    }
  }
  const lookAtField = (element: Element) => {
    const { color, borderColor, borderTopWidth } = getComputedStyle(element)
    add(element, 'what is filled in', color, 4.5)
    add(element, 'its placeholder', getComputedStyle(element, '::placeholder').color, 4.5)
    if (borderTopWidth !== '0px') add(above(element), 'the edge of a field', borderColor, 3)
  }

  for (const element of chat?.shadowRoot?.querySelectorAll('*') ?? []) {
    if (!isSeen(element) || element.matches('style, svg *')) continue
    if (element.matches('svg')) add(above(element), 'an icon', getComputedStyle(element).stroke, 3)
    else lookAtWords(element)
    if (element.matches('input, select, textarea, .write')) lookAtField(element)
  }
  return found
}
