import { expect } from '@playwright/test'
import { z } from 'zod'
import { type Program, start } from '../program.ts'
import { type Settings, shared } from '../settings.ts'

const record = z.object({
  received: z.array(
    z.object({
      call: z.string(),
      repeat: z.boolean().optional(),
      ignored: z.boolean().optional(),
      body: z.looseObject({ content: z.looseObject({ text: z.string().optional() }).optional() }).optional()
    })
  ),
  failures: z.array(z.object({ fault: z.string(), detail: z.string().optional() }))
})
type Trouble = { status: number; retryAfter?: number } | { hangAfterWork: true } | { resetAfterWork: true }

/** The bot on its platform, far away, and whoever can make it behave badly. */
export class Bot {
  readonly #url: string
  readonly #program: Program

  private constructor(url: string, program: Program) {
    this.#url = url
    this.#program = program
  }

  static async start(port: number, relayPort: number, cwd: string, { pace }: Settings): Promise<Bot> {
    const { accessToken, teamId, botId, webhookId, webhookSecret } = shared
    const ids = ['--team', teamId, '--bot', botId, '--webhook-id', webhookId, '--keep', '100000']
    const haste = pace === 'fast' ? ['--fast'] : []
    const program = await start({
      command: ['reference-bot.js', '--port', String(port), ...ids, ...haste],
      cwd,
      env: {
        REFERENCE_BOT_TOKEN: accessToken,
        REFERENCE_BOT_WEBHOOK_URL: `http://127.0.0.1:${relayPort}/bots/support/${webhookSecret}`
      },
      ready: /^\{.*\}$/m
    })
    return new Bot(`http://127.0.0.1:${port}`, program)
  }

  /** What its platform would print on the integration's page. */
  static baseUrl(port: number): string {
    return `http://127.0.0.1:${port}/messaging/webhook/v1/${shared.teamId}/${shared.botId}`
  }

  isStopped(): Promise<void> {
    return this.#program.stop('SIGTERM')
  }

  printed(): string {
    return this.#program.printed()
  }

  /** What visitors say next meets this, so many times. */
  async willAnswer(how: Trouble, times: number): Promise<void> {
    await this.#post('misbehave', { call: 'messages', times, how })
  }

  async saysTheNextThingTwice(): Promise<void> {
    await this.#post('misbehave', { webhook: 'duplicate' })
  }

  async saysTheNextThingLate(delayMs: number): Promise<void> {
    await this.#post('misbehave', { webhook: 'late', delayMs })
  }

  /** As if an acknowledgement were lost on its way: it says the same thing again. */
  async missesAnAcknowledgement(): Promise<void> {
    await this.#post('drop-ack', {})
  }

  /** Says something of its own accord: a text, or a content in the platform's own shape. */
  async says(said: string | object): Promise<void> {
    await this.#post('say', { content: typeof said === 'string' ? { type: 'text', text: said } : said })
  }

  /** It understood these texts, each once, in this order. */
  async hasHeard(...texts: string[]): Promise<void> {
    await expect.poll(() => this.heard(), { timeout: 20_000 }).toEqual(texts)
  }

  /** What the relay did that the contract forbids. */
  async complaints(): Promise<object[]> {
    const { failures } = await this.#record()
    return failures.filter(({ fault }) => fault !== 'webhook-not-taken')
  }

  /** What it understood so far, in order. */
  async heard(): Promise<string[]> {
    const { received } = await this.#record()
    const fresh = received.filter(({ call, repeat, ignored }) => call === 'messages' && !repeat && !ignored)
    return fresh.flatMap(({ body }) => body?.content?.text ?? [])
  }

  async #record(): Promise<z.infer<typeof record>> {
    return record.parse(await this.#call('record', {}))
  }

  async #post(path: string, body: object): Promise<void> {
    await this.#call(path, { method: 'POST', body: JSON.stringify(body) })
  }

  async #call(path: string, init: RequestInit): Promise<unknown> {
    const headers = { authorization: `Bearer ${shared.accessToken}`, 'content-type': 'application/json' }
    const response = await fetch(`${this.#url}/admin/${path}`, { ...init, headers })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
}
