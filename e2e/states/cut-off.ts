import type { Page } from '@playwright/test'

/** Words that lie outside of what lets them be seen, and what must be scrolled sideways, but for strips of cards and code. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('footbridge-chat')?.shadowRoot
    if (!root) throw new Error('there is no chat')
    const aside = '.hidden, .carousel, pre, textarea, select, [hidden]'
    const found: string[] = []

    const clips = (element: Element): { across: boolean; down: boolean } => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return { across: overflowX !== 'visible', down: /hidden|clip/.test(overflowY) }
    }
    const outside = (words: DOMRect, element: Element): boolean => {
      const { across, down } = clips(element)
      const box = element.getBoundingClientRect()
      const isAcross = words.left < box.left - 1 || words.right > box.right + 1
      return (across && isAcross) || (down && (words.top < box.top - 1 || words.bottom > box.bottom + 1))
    }
    const around = (element: Element): Element[] => {
      const above = element.parentElement
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY)
      // What scrolls shows all of its words in the end; whatever is around it has no part in that.
      return scrolls || !above ? [element] : [element, ...around(above)]
    }

    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const text = words.currentNode
      const parent = text.parentElement
      if (!parent || parent.closest(aside) || !parent.checkVisibility() || !text.nodeValue?.trim()) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const isCut = [...range.getClientRects()].some(box => around(parent).some(one => outside(box, one)))
      if (isCut) found.push(`cut off: ${text.nodeValue.slice(0, 40)}`)
    }
    for (const element of root.querySelectorAll('*')) {
      const { overflowX } = getComputedStyle(element)
      const wide = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible'
      if (wide && !element.closest(aside)) found.push(`wider than its place: ${element.className}`)
    }
    return found
  })
}
