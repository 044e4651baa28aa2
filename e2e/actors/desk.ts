import { expect, type Locator, type Page } from '@playwright/test'
import type { Chosen } from './documents.ts'

/** Longer than a page rests, by the luck of its jitter, before it tries once more to come back. */
const patience = { timeout: 20_000 }

/** The console as whoever sits before it has it. A visitor is called by the name that the desk shows. */
export class Desk {
  readonly page: Page
  readonly url: string
  /** What went wrong on the page itself. */
  readonly troubles: string[] = []

  constructor(page: Page, origin: string) {
    this.page = page
    this.url = `${origin}/console`
    page.on('pageerror', error => this.troubles.push(String(error)))
    page.on('console', message => {
      // A cut connection, or a refusal that a journey wants, is told there by the browser itself.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
        this.troubles.push(message.text())
    })
  }

  async opens(hash = ''): Promise<void> {
    await this.page.goto(this.url + hash)
    await this.page.getByRole('button', { name: 'Sign in' }).waitFor()
  }
  async signsIn(name = 'anna', password = 'a right password'): Promise<void> {
    await this.page.getByLabel('Name').fill(name)
    await this.page.getByLabel('Password').fill(password)
    await this.page.keyboard.press('Enter')
  }
  /** In, with their lists before them. */
  async comesAs(name: string, password?: string): Promise<void> {
    await this.opens()
    await this.signsIn(name, password)
    await expect(this.page.getByRole('switch', { name: 'Available' })).toBeVisible()
  }
  /** Says of themselves that they are not to be given anybody. */
  async goesAway(): Promise<void> {
    await this.page.getByRole('switch', { name: 'Available' }).click()
    await expect(this.page.getByRole('switch', { name: 'Available' })).not.toBeChecked()
  }
  /** The name of the only one who waits, once somebody does. */
  async isAskedFor(): Promise<string> {
    const row = this.page.getByRole('navigation').getByRole('option')
    await expect(row).toHaveCount(1, patience)
    return (await row.locator('.name').textContent()) ?? ''
  }
  async takes(name: string): Promise<void> {
    await this.row(name).click()
    await this.talk(name).getByRole('button', { name: 'Take' }).click()
    await expect(this.reply(name)).toBeFocused()
  }
  async says(name: string, text: string): Promise<void> {
    await this.reply(name).fill(text)
    await this.page.keyboard.press('Enter')
    await expect(this.reply(name)).toHaveValue('')
  }
  async sees(name: string, text: string): Promise<void> {
    await expect(this.log(name).getByText(text).last()).toBeVisible(patience)
  }
  /** What was said, by whomever, is among all that is drawn exactly this often. */
  async seesTimes(name: string, text: string, times: number): Promise<void> {
    await expect(this.log(name).getByText(text, { exact: true })).toHaveCount(times, patience)
  }
  async does(name: string, what: string): Promise<void> {
    await this.talk(name).getByRole('button', { name: what, exact: true }).click()
  }

  /** By the button, all at once. */
  async attaches(name: string, ...files: readonly Chosen[]): Promise<void> {
    await this.choosesAs(files, () => this.talk(name).getByRole('button', { name: 'Attach files' }).click())
  }
  /** A file of so many bytes, which no wire takes at once. */
  async attachesLarge(name: string, called: string, bytes: number): Promise<void> {
    const field = this.talk(name).locator('input[type=file]')
    await field.evaluate(
      (input: HTMLInputElement, large) => {
        const chosen = new DataTransfer()
        chosen.items.add(new File([new Uint8Array(large.bytes)], large.called))
        input.files = chosen.files
        input.dispatchEvent(new Event('change', { bubbles: true }))
      },
      { called, bytes }
    )
  }
  /** What opens the browser's own way of choosing, and what is chosen there. */
  async choosesAs(files: readonly Chosen[], opens: () => Promise<void>): Promise<void> {
    const choosing = this.page.waitForEvent('filechooser')
    await opens()
    await (await choosing).setFiles([...files])
  }
  /** Files of this machine, held over the conversation and let go. */
  async holdsOver(name: string, ...paths: readonly string[]): Promise<{ drops(): Promise<void> }> {
    const box = await this.log(name).boundingBox()
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
    const pointer = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    const moves = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      pointer.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data })
    await moves('dragEnter')
    await moves('dragOver')
    return { drops: () => moves('drop').then(() => pointer.detach()) }
  }
  /** Where the focus is; each by its type. */
  async pastes(what: Readonly<Record<string, Buffer>>): Promise<void> {
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const coded = Object.entries(what).map(([type, bytes]) => [type, bytes.toString('base64')] as const)
    await this.page.evaluate(async all => {
      const parts = all.map(([type, base64]) => {
        const bytes = Uint8Array.from(atob(base64), one => one.charCodeAt(0))
        return [type, new Blob([bytes], { type })] as const
      })
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))])
    }, coded)
    await this.page.keyboard.press('Control+v')
  }

  attached(name: string): Locator {
    return this.talk(name).getByRole('list', { name: 'Files to send' }).getByRole('listitem')
  }
  tab(name: string): Locator {
    return this.page.getByRole('tab', { name })
  }
  row(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('option').filter({ hasText: name })
  }
  talk(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }
  log(name: string): Locator {
    return this.page.getByRole('log', { name: `Conversation with ${name}` })
  }
  reply(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Reply to ${name}` })
  }
  note(name: string): Locator {
    return this.page.getByRole('textbox', { name: `Internal note about ${name}` })
  }
}
