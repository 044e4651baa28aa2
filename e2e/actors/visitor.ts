import { expect, type Locator, type Page } from '@playwright/test'
import type { PagePath } from '../website.ts'
import { readLog } from './read-log.ts'

/** Longer than a widget waits, by the luck of its jitter, before it tries once more to come back. */
const patience = { timeout: 20_000 }

/** Somebody on a website, with a browser. Everything is found the way they find it: by name and by words. */
export class Visitor {
  readonly page: Page
  /** What went wrong on the page without anybody seeing it. */
  readonly troubles: string[] = []
  readonly #origin: string

  constructor(page: Page, origin: string) {
    this.page = page
    this.#origin = origin
    page.on('pageerror', error => this.troubles.push(error.message))
    page.on('console', message => {
      if (message.text().includes('Content Security Policy')) this.troubles.push(message.text())
    })
  }

  async visits(path: PagePath = '/', origin: string = this.#origin): Promise<void> {
    await this.page.goto(origin + path)
    await expect(this.launcher).toBeVisible()
  }

  async reloads(): Promise<void> {
    await this.page.reload()
  }

  /** The same browser, and so the same visitor. */
  async opensAnotherTab(): Promise<Visitor> {
    return new Visitor(await this.page.context().newPage(), this.#origin)
  }

  async opensTheChat(): Promise<void> {
    await this.launcher.click()
    await expect(this.panel).toBeVisible()
  }

  /** On a page that was reloaded, and may have opened it by itself. */
  async opensTheChatAgain(): Promise<void> {
    await expect(this.launcher.or(this.panel).first()).toBeVisible()
    if (!(await this.panel.isVisible())) await this.opensTheChat()
  }

  async closesTheChat(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close chat' }).click()
    await expect(this.panel).toBeHidden()
  }

  /** Comes to the page, opens the chat and is greeted. */
  async beginsAChat(path: PagePath = '/'): Promise<void> {
    await this.visits(path)
    await this.opensTheChat()
    for (const text of greeting) await this.sees(text)
  }

  async pointsAtTheLauncher(): Promise<void> {
    await this.launcher.hover()
  }

  async writes(text: string): Promise<void> {
    await this.composer.fill(text)
  }

  async says(text: string): Promise<void> {
    await this.writes(text)
    await this.panel.getByRole('button', { name: 'Send' }).click()
  }

  /** Faster than anybody types: one after the other, without a look at what becomes of them. */
  async saysInHaste(texts: readonly string[]): Promise<void> {
    await this.composer.evaluate((box, all) => {
      if (!(box instanceof HTMLTextAreaElement)) throw new Error('nothing to write in')
      for (const text of all) {
        box.value = text
        box.dispatchEvent(new InputEvent('input', { bubbles: true }))
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      }
    }, texts)
  }

  /** Says something and waits for the bot, which repeats it. */
  async saysAndIsAnswered(text: string): Promise<void> {
    await this.says(text)
    await this.sees(`You said: ${text}`)
  }

  async presses(label: string): Promise<void> {
    await this.#button(label).last().click()
  }

  async triesAgain(text: string): Promise<void> {
    await this.#mine(text).getByRole('button', { name: 'Try again' }).click()
  }

  /** A step of an earlier scroll is reported at the worst of moments: when a picture has just grown. */
  async scrollsAsPicturesArrive(): Promise<void> {
    await this.log.evaluate(log =>
      log.addEventListener('load', () => log.dispatchEvent(new Event('scroll')), true)
    )
  }

  async fillsIn(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, answer] of Object.entries(answers)) await this.#fillIn(label, answer)
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async strikes(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  async sees(text: string): Promise<void> {
    await expect(this.#told(text).last()).toBeVisible(patience)
  }

  async doesNotSee(text: string): Promise<void> {
    await expect(this.#told(text)).toHaveCount(0, patience)
  }

  async seesTheTitle(title: string): Promise<void> {
    await expect(this.panel).toHaveAccessibleName(title)
  }

  async seesTheLauncherSay(name: string): Promise<void> {
    await expect(this.page.getByRole('button', { name, exact: true })).toBeVisible()
  }

  async seesNoButton(label: string): Promise<void> {
    await expect(this.#button(label)).toHaveCount(0, patience)
  }

  async cannotPress(label: string): Promise<void> {
    await expect(this.#button(label)).toBeDisabled()
  }

  async seesALink(name: string | RegExp, to: string | RegExp): Promise<void> {
    await expect(this.log.getByRole('link', { name })).toHaveAttribute('href', to)
  }

  /** Not a frame for one: it was loaded and drawn. */
  async seesAPicture(name: string): Promise<void> {
    const picture = this.log.getByRole('img', { name })
    await expect
      .poll(() => picture.evaluate(one => one instanceof HTMLImageElement && one.naturalWidth))
      .toBeGreaterThan(0)
  }

  /** They need not jump there, for they are there. */
  async seesTheEnd(): Promise<void> {
    await expect(this.log.locator('.row').last()).toBeInViewport({ ratio: 0.9 })
    await expect(this.panel.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0)
  }

  async isWriting(text: string): Promise<void> {
    await expect(this.composer).toHaveValue(text)
  }

  /** The newest of their own messages is with the relay, or further. */
  async seesAsSent(text: string): Promise<void> {
    await expect(this.#mine(text)).toContainText(/(Sent|Delivered|Read) ·/, patience)
  }

  async seesAsWaiting(text: string): Promise<void> {
    await expect(this.#mine(text)).toContainText('Waiting to be sent', patience)
  }

  async seesAsNotSent(text: string, why: string): Promise<void> {
    await expect(this.#mine(text)).toContainText(why, patience)
  }

  /** Their own side of the conversation is this, each thing once, in this order. */
  async hasSaid(...texts: string[]): Promise<void> {
    await expect(this.log.locator('.mine .text')).toHaveText(texts, patience)
  }

  /** What is drawn of both sides, from above to below. */
  reads(): Promise<string[]> {
    return this.log.locator(':is(.mine, .theirs) .text').allTextContents()
  }

  /** What both sides said, from the first word to the last: scrolls up from the end, as far as there is anything. */
  readsItAll(): Promise<string[]> {
    return this.log.evaluate(readLog)
  }

  /** What the bot answered after its greeting is this, each thing once, in this order. */
  async wasTold(...texts: string[]): Promise<void> {
    await expect(this.log.locator('.theirs .text')).toHaveText([...greeting, ...texts], patience)
  }

  /** All that anybody else said is this, each thing once, in this order; from a bot that does not greet. */
  async hasBeenTold(...texts: string[]): Promise<void> {
    await expect(this.log.locator('.theirs .text')).toHaveText(texts, patience)
  }

  get launcher(): Locator {
    return this.page.getByRole('button', { name: /^Open chat/ })
  }

  get panel(): Locator {
    return this.page.getByRole('dialog')
  }

  get log(): Locator {
    return this.panel.getByRole('log')
  }

  get composer(): Locator {
    return this.panel.getByRole('textbox', { name: 'Message' })
  }

  /** What the chat or the other side says; not what the visitor said. */
  #told(text: string): Locator {
    return this.panel.getByText(text).and(this.panel.locator(':not(.mine, .mine *, .aloud *)'))
  }

  #button(label: string): Locator {
    return this.panel.getByRole('button', { name: label, exact: true })
  }

  /** The newest of their own with these words. */
  #mine(text: string): Locator {
    const words = this.page.getByText(text, { exact: true })
    return this.log.locator('.mine').filter({ has: words }).last()
  }

  async #fillIn(label: string, answer: string): Promise<void> {
    // The row is named by all that is in it, this label too.
    const field = this.log.getByLabel(label).and(this.log.locator('input, select, textarea'))
    if ((await field.evaluate(({ localName }) => localName)) === 'select') await field.selectOption(answer)
    else await field.fill(answer)
  }
}

export const greeting = [
  'Hello! I am the demo bot behind this widget.',
  'Try one of these, or just write something and I will repeat it.'
]
