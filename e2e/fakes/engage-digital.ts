import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import {
  account,
  type FakeContent,
  type FakeIntervention,
  type FakeThread,
  newId
} from './engage-digital/held.ts'
import type { Held } from './engage-digital/platform.ts'
import { answerTo, wholeSeconds } from './engage-digital/rest.ts'
import { asEvent, FakeWebhooks } from './engage-digital/webhooks.ts'

export { account } from './engage-digital/held.ts'

export type Trouble = 'reset' | 'reset after work' | 'hang after work' | 'error' | 'too many'

/** Engage Digital as the relay meets it: strict, and now and then unreliable. */
export class EngageDigital implements Held {
  readonly failures: string[] = []
  readonly threads = new Map<string, FakeThread>()
  readonly interventions: FakeIntervention[] = []
  readonly webhooks: FakeWebhooks
  agents: 'available' | 'away' = 'available'
  needsIntervention = false
  /** What a call meets by chance, beside what it `willMeet`. */
  meets: () => Trouble | undefined = () => undefined
  /** So many a minute are answered. */
  requestsPerMinute = 500
  readonly #server: Server
  readonly #troubles: { call: string; trouble: Trouble }[] = []
  #busy = 0
  #asked: number[] = []

  private constructor(webhook: string) {
    this.webhooks = new FakeWebhooks(webhook, this.failures)
    this.#server = createServer((request, response) => void this.#take(request, response))
  }

  static async start(port: number, relayPort: number): Promise<EngageDigital> {
    const path = `/channels/care/${account.webhookSecret}`
    const platform = new EngageDigital(`http://127.0.0.1:${relayPort}${path}`)
    platform.#server.listen(port, '127.0.0.1')
    await once(platform.#server, 'listening')
    return platform
  }

  /** The next calls of this kind, `METHOD /path`, meet this. */
  willMeet(call: string, ...troubles: readonly Trouble[]): void {
    this.#troubles.push(...troubles.map(trouble => ({ call, trouble })))
  }

  /** The next change of categories finds another one under way. */
  isBusyOnce(): void {
    this.#busy += 1
  }

  isBusy(): boolean {
    this.#busy -= 1
    return this.#busy >= 0
  }

  opens(source: string = account.source): FakeThread {
    const categories = [account.otherCategory, account.botCategory]
    const thread = {
      id: newId(),
      source_id: source,
      closed: false,
      thread_category_ids: categories,
      contents: []
    }
    this.threads.set(thread.id, thread)
    return thread
  }

  /** The visitor writes, from wherever the source is. */
  visitorSays(thread: FakeThread, body: string, more: Partial<FakeContent> = {}): void {
    const intervention = this.interventions.find(one => one.thread_id === thread.id && !one.closed)
    this.says({
      id: newId(),
      source_id: thread.source_id,
      thread_id: thread.id,
      author_id: 'e0000000000000000000d15a',
      creator_id: null,
      intervention_id: intervention?.id ?? null,
      in_reply_to_id: null,
      category_ids: thread.thread_category_ids,
      status: 'new',
      body,
      body_input_format: 'text',
      private_message: true,
      created_at: wholeSeconds(),
      capabilities_supported: ['select', 'rich_link', 'template', 'carousel'],
      ...more
    })
  }

  /** The visitor taps what stands under the newest message that can be tapped. */
  visitorTaps(thread: FakeThread, title: string): void {
    const items = thread.contents.flatMap(({ structured_content: shown }) => shown?.items ?? [])
    const payload = items.findLast(item => item.title === title)?.payload
    if (payload === undefined) throw new Error(`there is nothing to tap that says ${title}`)
    this.visitorSays(thread, title, { structured_reply: { payload } })
  }

  agentTakes(thread: FakeThread): FakeIntervention {
    return this.intervenes(thread, account.agent)
  }

  agentSays(thread: FakeThread, body: string): void {
    const to = thread.contents.findLast(one => one.creator_id === null)
    if (!to) throw new Error('there is nothing to reply to')
    this.says({
      ...to,
      id: newId(),
      creator_id: account.agent,
      status: 'user_reply',
      body,
      in_reply_to_id: to.id
    })
  }

  /** The agent puts the thread into the bot's category again. */
  agentGivesBack(thread: FakeThread): void {
    const others = thread.thread_category_ids.filter(id => id !== account.agentCategory)
    thread.thread_category_ids = [...others, account.botCategory]
    for (const one of this.interventions.filter(({ thread_id }) => thread_id === thread.id)) {
      one.closed = true
      this.#tellOf(one, 'intervention.recategorized', account.agent)
    }
  }

  /** The agent completes the intervention, and leaves the category as it is. */
  agentLeaves(intervention: FakeIntervention): void {
    intervention.closed = true
    intervention.closed_at = wholeSeconds()
    this.#tellOf(intervention, 'intervention.closed', account.agent)
  }

  /** What the thread shows, each line by whom. */
  shows(thread: FakeThread): string[] {
    const who = new Map<string, string>([
      [account.agent, 'agent'],
      [account.botUser, 'bot']
    ])
    return thread.contents.map(({ creator_id: by, body }) => `${who.get(by ?? '') ?? 'visitor'}: ${body}`)
  }

  says(content: FakeContent): void {
    this.threads.get(content.thread_id)?.contents.push(content)
    if (content.creator_id === null) return this.webhooks.tell(asEvent('content.imported', content))
    this.webhooks.tell(asEvent('content.replied', content))
    this.webhooks.tell(asEvent('content.exported', content, { synchronization_status: 'success' }))
  }

  closes(thread: FakeThread): void {
    thread.closed = true
    const [first] = thread.contents
    if (first) this.webhooks.tell(asEvent('content.thread_closed', first))
  }

  intervenes(thread: FakeThread, user: string): FakeIntervention {
    const made = { id: newId(), thread_id: thread.id, user_id: user, closed: false, closed_at: null }
    this.interventions.push(made)
    this.#tellOf(made, 'intervention.opened', user)
    return made
  }

  async close(): Promise<void> {
    this.webhooks.close()
    this.#server.closeAllConnections()
    await new Promise<void>(resolve => this.#server.close(() => resolve()))
  }

  #tellOf({ id, ...one }: FakeIntervention, type: string, by: string): void {
    const thread = this.threads.get(one.thread_id)
    const metadata = { ...one, source_id: thread?.source_id, category_ids: thread?.thread_category_ids }
    this.webhooks.tell({ type, user_id: by, resource: { type: 'intervention', id, metadata } })
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://platform')
    const { method = '' } = request
    const trouble = this.#meets(`${method} ${path}`) ?? this.meets()
    if (trouble === 'reset') return void response.socket?.resetAndDestroy()
    const early = this.#refuses(request) ?? troubles[trouble ?? 'none']
    const body = parse(Buffer.concat(chunks).toString('utf8'))
    const { status, body: answer } = early ?? answerTo({ method, path, query, body }, this)
    if (trouble === 'reset after work') return void response.socket?.resetAndDestroy()
    if (trouble === 'hang after work') return
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(answer))
  }

  #meets(call: string): Trouble | undefined {
    const index = this.#troubles.findIndex(one => one.call === call)
    return index < 0 ? undefined : this.#troubles.splice(index, 1)[0]?.trouble
  }

  /** Before anything is done: who is it, and has there been too much? */
  #refuses({ headers }: IncomingMessage): { status: number; body: object } | undefined {
    if (headers.authorization !== `Bearer ${account.accessToken}`) {
      this.failures.push('a wrong access token')
      return { status: 401, body: { error: 'unauthorized', status: 401 } }
    }
    const now = Date.now()
    this.#asked = [...this.#asked.filter(at => at > now - 60_000), now]
    if (this.#asked.length <= this.requestsPerMinute) return undefined
    this.failures.push('more than the allowed requests in a minute')
    return troubles['too many']
  }
}

const troubles: Partial<Record<Trouble | 'none', { status: number; body: object }>> = {
  error: { status: 500, body: { error: 'internal', status: 500 } },
  'too many': {
    status: 429,
    body: { error: 'rate_limit_exceeded', message: 'Rate limit exceeded', status: 429 }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
