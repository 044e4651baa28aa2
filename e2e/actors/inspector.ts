import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator } from '@playwright/test'
import type { Visitor } from './visitor.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Whatever a page could do to a box or its words. */
const looks = [
  'display visibility opacity transform filter position float box-sizing width height border-top-width',
  'border-top-color background-color color font-size font-family line-height letter-spacing text-transform',
  'text-align direction'
].flatMap(line => line.split(' '))

/** Somebody who looks over the visitor's shoulder, at what visitors do not see. */
export class Inspector {
  readonly #visitor: Visitor
  readonly #downloads: URL[] = []

  constructor(visitor: Visitor) {
    this.#visitor = visitor
    visitor.page.on('request', request => this.#downloads.push(new URL(request.url())))
  }

  /** From anywhere but the website itself, the page has had exactly this. */
  async findsDownloaded(...paths: string[]): Promise<void> {
    const here = new URL(this.#visitor.page.url()).origin
    const foreign = () => this.#downloads.filter(({ origin }) => origin !== here).map(url => url.pathname)
    await expect.poll(foreign).toEqual(paths)
  }

  /** A part of the widget, by the name that its build gave it. */
  async findsAmongDownloads(part: string): Promise<void> {
    const file = new RegExp(`^/assets/${part}-.+\\.js$`)
    await expect.poll(() => this.#downloads.filter(({ pathname }) => file.test(pathname)).length).toBe(1)
  }

  /** The names of all that the browser keeps for the website. */
  async storedNames(): Promise<string[]> {
    const cookies = await this.#visitor.page.context().cookies()
    const stored = await this.#visitor.page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await indexedDB.databases()).map(({ name }) => name ?? '')
    ])
    return [...cookies.map(({ name }) => name), ...stored]
  }

  /** How the parts of the chat look, when nothing moves and nobody points at them. */
  async looksOfTheChat(): Promise<Record<string, string>[]> {
    const { page, panel, composer, log } = this.#visitor
    await page.mouse.move(1, 1)
    const parts = [
      page.locator('footbridge-chat'),
      panel,
      panel.getByRole('heading'),
      log.locator('.bubble').first(),
      log.locator('.text').first(),
      log.getByRole('button').first(),
      composer,
      panel.getByRole('button', { name: 'Send' }),
      panel.locator('svg').first(),
      page.locator('.launcher')
    ]
    return Promise.all(parts.map(looksOf))
  }

  /** Every link that the visitor was given in the conversation. */
  async links(): Promise<{ href: string; rel: string; target: string }[]> {
    return this.#visitor.log
      .locator('a')
      .evaluateAll(all =>
        all.flatMap(one =>
          one instanceof HTMLAnchorElement ? [{ href: one.href, rel: one.rel, target: one.target }] : []
        )
      )
  }

  /** What is left of a chat on the page. */
  async traces(): Promise<string[]> {
    return this.#visitor.page.evaluate(() => [
      ...[...document.querySelectorAll('footbridge-chat')].map(({ localName }) => localName),
      ...Object.keys(window).filter(name => /footbridge/i.test(name)),
      ...[document.documentElement, document.body].flatMap(one =>
        one.getAttributeNames().filter(name => name !== 'lang')
      ),
      ...document.adoptedStyleSheets.map(() => 'style sheet')
    ])
  }

  /** What stands in the way of somebody with a disability, as far as a machine can tell. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.#visitor.page }).withTags(standards).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  async pageScrollsSideways(): Promise<boolean> {
    return this.#visitor.page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth
    )
  }
}

function looksOf(part: Locator): Promise<Record<string, string>> {
  return part.evaluate(async (element, names) => {
    await Promise.all(element.getAnimations().map(({ finished }) => finished))
    const style = getComputedStyle(element)
    return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]))
  }, looks)
}
