import { expect } from '@playwright/test'
import { z } from 'zod'
import type { Chosen } from './documents.ts'

const conversations = z.object({ conversations: z.array(z.object({ id: z.string(), phase: z.string() })) })
const log = z.object({
  entries: z.array(
    z.looseObject({
      seq: z.number(),
      kind: z.string(),
      by: z.string().optional(),
      content: z.object({ text: z.string().optional(), url: z.string().optional() }).optional()
    })
  )
})
const uploaded = z.object({ file: z.object({ id: z.string() }) })
export type LogEntry = z.infer<typeof log>['entries'][number]

type Verb = 'take' | 'say' | 'handback' | 'close'

/** Somebody of the company, with the API in hand. Looks after the one conversation that there is. */
export class Agent {
  readonly #relay: string
  readonly #token: string

  constructor(relay: string, token: string) {
    this.#relay = relay
    this.#token = token
  }

  /** Waits until somebody wants a person. */
  async isAskedFor(): Promise<void> {
    await this.#isWith('waiting')
  }

  async seesItWithTheBot(): Promise<void> {
    await this.#isWith('bot')
  }

  takesAs(name: string): Promise<void> {
    return this.#act('take', { name })
  }

  says(text: string): Promise<void> {
    return this.#act('say', { text })
  }

  /** The relay's id of it. */
  async uploads({ name, buffer }: Chosen): Promise<string> {
    const path = `/conversations/${await this.#newest()}/files?name=${encodeURIComponent(name)}`
    const response = await fetch(`${this.#relay}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(buffer)
    })
    expect(response.status).toBe(201)
    return uploaded.parse(await response.json()).file.id
  }

  /** Rejects where the relay did not answer. */
  saysFile(file: string, id: string): Promise<void> {
    return this.#act('say', { file, id })
  }

  /** The files in the log, in order, as they can be had. */
  async findsFiles(): Promise<Buffer[]> {
    const urls = (await this.log()).flatMap(({ content }) => content?.url ?? [])
    return Promise.all(urls.map(url => this.#file(url)))
  }

  handsBack(): Promise<void> {
    return this.#act('handback', {})
  }

  closes(): Promise<void> {
    return this.#act('close', {})
  }

  async conversations(): Promise<{ id: string; phase: string }[]> {
    return conversations.parse(await this.#get('/conversations')).conversations
  }

  /** The log of the newest conversation, in order. */
  async log(): Promise<LogEntry[]> {
    const id = await this.#newest()
    const all: LogEntry[] = []
    for (let page: LogEntry[] | undefined; page?.length !== 0; all.push(...page))
      page = log.parse(await this.#get(`/conversations/${id}?after=${all.length}`)).entries
    return all
  }

  /** The visitor's side of the log is these texts, each once, in this order, and no place of it is missing. */
  async findsInTheLog(...texts: string[]): Promise<void> {
    const entries = await this.log()
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.filter(({ by }) => by === 'visitor').map(({ content }) => content?.text)).toEqual(texts)
  }

  /** Of what was said there nothing is left; only that it was erased. */
  async findsErased(id: string): Promise<void> {
    // While it is being erased nobody is told of it.
    const told = () => this.#get(`/conversations/${id}`).catch(() => ({ entries: [] }))
    const kinds = async () => log.parse(await told()).entries.map(({ kind }) => kind)
    await expect.poll(kinds).toEqual(['erased'])
  }

  async #isWith(phase: string): Promise<void> {
    const now = async () => (await this.conversations())[0]?.phase
    await expect.poll(now, { timeout: 20_000 }).toBe(phase)
  }

  async #newest(): Promise<string> {
    const [newest] = await this.conversations()
    if (!newest) throw new Error('nobody has opened a conversation')
    return newest.id
  }

  async #act(verb: Verb, body: object): Promise<void> {
    const response = await fetch(`${this.#relay}/api/v1/conversations/${await this.#newest()}/${verb}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    if (!response.ok) throw new Error(`${verb}: ${response.status} ${await response.text()}`)
  }

  async #file(url: string): Promise<Buffer> {
    const response = await fetch(url, { headers: { authorization: `Bearer ${this.#token}` } })
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }

  async #get(path: string): Promise<unknown> {
    const response = await fetch(`${this.#relay}/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.#token}` }
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json()
  }
}
