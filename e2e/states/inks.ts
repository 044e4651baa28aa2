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
  return found.map(({ layers, ...ink }) => ({ ...ink, layers: layers.toReversed() }))
}

function collect(): Ink[] {
  const root = document.querySelector('footbridge-chat')?.shadowRoot
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!root || !canvas) throw new Error('there is no chat')
  const known = new Map<string, Colour>()
  const found: Ink[] = []

  const read = (colour: string): Colour => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [red / 255, green / 255, blue / 255, alpha / 255]
  }
  const colourOf = (colour: string): Colour => {
    const at = known.get(colour) ?? read(colour)
    known.set(colour, at)
    return at
  }
  const above = (element: Element): Element | null => {
    const top = element.getRootNode()
    return element.parentElement ?? (top instanceof ShadowRoot ? top.host : null)
  }
  const layersOf = (element: Element | null): Layer[] => {
    if (!element) return []
    const { backgroundColor, opacity } = getComputedStyle(element)
    return [{ fill: colourOf(backgroundColor), opacity: Number(opacity) }, ...layersOf(above(element))]
  }
  const add = (element: Element | null, what: string, colour: string, needs: number) => {
    const name = `${what} in ${element?.localName}.${element?.classList.value}`
    if (colour !== 'none')
      found.push({ what: name, colour: colourOf(colour), layers: layersOf(element), needs })
  }
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.hidden, :disabled, [aria-disabled=true], [inert], option')
  const needOf = ({ fontSize, fontWeight }: CSSStyleDeclaration) =>
    parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24) ? 3 : 4.5

  const lookAtWords = (element: Element) => {
    const style = getComputedStyle(element)
    const words = [...element.childNodes].map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : ''))
    const text = words.join('').trim()
    if (text && style.fontSize !== '0px') add(element, `“${text.slice(0, 30)}”`, style.color, needOf(style))
    for (const side of ['::before', '::after']) {
      const { content, color, backgroundColor, display } = getComputedStyle(element, side)
      if (content === 'none' || content === 'normal' || display === 'none') continue
      add(element, side, content.startsWith('""') ? backgroundColor : color, 3)
    }
  }
  const lookAtField = (element: Element) => {
    const { color, borderColor, borderTopWidth } = getComputedStyle(element)
    if (element.matches('input, select, textarea')) {
      add(element, 'what is filled in', color, 4.5)
      add(element, 'placeholder', getComputedStyle(element, '::placeholder').color, 4.5)
    }
    if (borderTopWidth !== '0px') add(above(element), 'the edge of a field', borderColor, 3)
  }
  const lookAtIcon = (element: Element) => {
    add(above(element), 'an icon', getComputedStyle(element).stroke, 3)
  }

  for (const element of root.querySelectorAll('*')) {
    if (!isSeen(element) || element.matches('style, svg *')) continue
    if (element.matches('svg')) lookAtIcon(element)
    else lookAtWords(element)
    if (element.matches('input, select, textarea, .write')) lookAtField(element)
  }
  return found
}
