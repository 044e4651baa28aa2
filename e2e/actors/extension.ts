import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, expect, type Page } from '@playwright/test'
import { findBrowser } from '../find-browser.ts'

/** A browser with the preview extension loaded unpacked, as an operator has it, and what they do with its popup. */
export class Extension {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #devtools: CDPSession
  readonly #profile: string

  private constructor(parts: { page: Page; context: BrowserContext; devtools: CDPSession; profile: string }) {
    this.page = parts.page
    this.#context = parts.context
    this.#devtools = parts.devtools
    this.#profile = parts.profile
  }

  static async install(folder: string): Promise<Extension> {
    const profile = await mkdtemp(join(tmpdir(), 'footbridge-extension-'))
    const { path, env } = await findBrowser()
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: path,
      env: { ...process.env, ...env },
      chromiumSandbox: process.getuid?.() !== 0,
      // The old headless mode has no extensions, and Playwright turns them off.
      ignoreDefaultArgs: ['--disable-extensions', '--headless'],
      args: [
        '--headless=new',
        '--disable-gpu',
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
        '--enable-unsafe-extension-debugging'
      ]
    })
    const devtools = await context.browser()?.newBrowserCDPSession()
    if (!devtools) throw new Error('this browser has no devtools')
    return new Extension({ page: await context.newPage(), context, devtools, profile })
  }

  /** Presses the extension's button in the toolbar: only this gives it the page in front. */
  async opensThePopup(): Promise<Popup> {
    await this.page.bringToFront()
    const { extensions } = await this.#devtools.send('Extensions.getExtensions')
    const tab = (await this.#targets()).find(({ type, url }) => type === 'tab' && url === this.page.url())
    await this.#devtools.send('Extensions.triggerAction', {
      id: extensions[0]?.id ?? '',
      targetId: tab?.targetId ?? ''
    })
    const isPopup = ({ type, url }: Target) => type === 'page' && url.endsWith('/popup.html')
    await expect.poll(async () => (await this.#targets()).some(isPopup)).toBe(true)
    const popup = (await this.#targets()).find(isPopup)
    return Popup.attach(this.#devtools, popup?.targetId ?? '')
  }

  async close(): Promise<void> {
    await this.#context.close()
    await rm(this.#profile, { recursive: true, force: true })
  }

  async #targets(): Promise<Target[]> {
    const { targetInfos } = await this.#devtools.send('Target.getTargets', { filter: [{}] })
    return targetInfos
  }
}

interface Target {
  type: string
  url: string
  targetId: string
}

/** A popup is no page to Playwright: it is spoken to through the browser. */
class Popup {
  readonly #devtools: CDPSession
  readonly #sessionId: string
  readonly #targetId: string
  #asked = 0

  private constructor(devtools: CDPSession, sessionId: string, targetId: string) {
    this.#devtools = devtools
    this.#sessionId = sessionId
    this.#targetId = targetId
  }

  static async attach(devtools: CDPSession, targetId: string): Promise<Popup> {
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false })
    const popup = new Popup(devtools, sessionId, targetId)
    await expect.poll(() => popup.#run('document.readyState')).toBe('complete')
    return popup
  }

  async fillsIn(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      await this.#run(`document.querySelector('[name=${name}]').value = ${JSON.stringify(answer)}`)
    }
  }

  reads(name: string): Promise<unknown> {
    return this.#run(`document.querySelector('[name=${name}]').value`)
  }

  async presses(label: 'Preview' | 'Stop'): Promise<void> {
    await this.#run(
      `[...document.querySelectorAll('button:not([hidden])')].find(one => one.textContent === '${label}').click()`
    )
  }

  async says(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.#run('document.querySelector("[role=status]").textContent')).toMatch(words)
  }

  async offers(label: 'Stop', is: boolean): Promise<void> {
    const offered = `[...document.querySelectorAll('button:not([hidden])')].some(one => one.textContent === '${label}')`
    await expect.poll(() => this.#run(offered)).toBe(is)
  }

  /** As a press on the page does, too. */
  async isClosed(): Promise<void> {
    const { targetInfos } = await this.#devtools.send('Target.getTargets')
    if (!targetInfos.some(({ targetId }) => targetId === this.#targetId)) return
    await this.#devtools.send('Target.closeTarget', { targetId: this.#targetId })
  }

  async #run(expression: string): Promise<unknown> {
    const about = { expression, awaitPromise: true, returnByValue: true }
    const { result } = (await this.#ask('Runtime.evaluate', about)) as { result: { value?: unknown } }
    return result.value
  }

  async #ask(method: string, params: object): Promise<unknown> {
    this.#asked += 1
    const id = this.#asked
    const answered = new Promise<unknown>(resolve => {
      const hear = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const answer = JSON.parse(message)
        if (sessionId !== this.#sessionId || answer.id !== id) return
        this.#devtools.off('Target.receivedMessageFromTarget', hear)
        resolve(answer.result)
      }
      this.#devtools.on('Target.receivedMessageFromTarget', hear)
    })
    const message = JSON.stringify({ id, method, params })
    await this.#devtools.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message })
    return answered
  }
}
