import { request } from 'node:http'
import { expect } from '@playwright/test'
import { z } from 'zod'
import type { Entry } from '#shared/entry.ts'
import type { VisitorToken } from '#shared/ids.ts'
import type { Down } from '#shared/wire/down.ts'
import type { Chosen } from './documents.ts'
import { type Conversing, converse, isAbout } from './texter.ts'

const uploaded = z.object({ file: z.object({ id: z.string() }) })

interface SenderParts {
  relay: string
  /** Of the website. */
  origin: string
  /** Of a visitor who has been here; without, it is a new one. */
  token?: VisitorToken
}

/** A visitor without a browser who sends files: the bytes over HTTP, what is said of them over the widget's own wire. */
export class Sender {
  readonly #relay: string
  readonly #origin: string
  #token: VisitorToken | undefined

  constructor({ relay, origin, token }: SenderParts) {
    this.#relay = relay
    this.#origin = origin
    this.#token = token
  }

  async comes(): Promise<void> {
    await this.#conversing(() => Promise.resolve())
  }

  async writes(text: string, id: string): Promise<void> {
    await this.#conversing(call => call({ type: 'say', id, text }, isAbout(id)))
  }

  /** The relay's id of it. */
  async uploads({ name, buffer }: Chosen): Promise<string> {
    const response = await fetch(this.#address(name), {
      method: 'POST',
      headers: this.#headers(),
      body: new Uint8Array(buffer)
    })
    expect(response.status).toBe(201)
    return uploaded.parse(await response.json()).file.id
  }

  /** Sends the first half, and then nothing. Whoever ends it, it is no fault. */
  beginsToUpload({ name, buffer }: Chosen): void {
    const headers = { ...this.#headers(), 'content-length': String(buffer.length) }
    const sending = request(this.#address(name), { method: 'POST', headers })
    sending.on('error', () => undefined).on('response', () => undefined)
    sending.write(buffer.subarray(0, buffer.length / 2))
  }

  /** Rejects where the socket ended before the relay had answered. */
  async says(file: string, id: string): Promise<void> {
    await this.#conversing(call => call({ type: 'file', id, file }, isAbout(id)))
  }

  /** Where the files are that this visitor is shown, with what opens them. */
  async seesFiles(): Promise<string[]> {
    const seen: Entry[] = []
    let head = Infinity
    const hear = (frame: Down) => {
      if (frame.type === 'welcome') head = frame.head
      if (frame.type === 'entries') seen.push(...frame.entries)
    }
    // The answer comes whether or not everything else is there by then.
    await this.#conversing(call => call({ type: 'ping' }, () => (seen.at(-1)?.seq ?? 0) >= head), hear)
    return seen.flatMap(entry =>
      entry.kind === 'message' && 'url' in entry.content ? [entry.content.url] : []
    )
  }

  async #conversing(
    then: (call: Conversing['call']) => Promise<unknown>,
    hear: (frame: Down) => void = () => undefined
  ): Promise<void> {
    const { call, end } = await converse(`${this.#relay.replace('http', 'ws')}/ws?site=shop`, this.#origin)
    try {
      const known = this.#token && { token: this.#token }
      const welcome = await call({ type: 'hello', version: 2, site: 'shop', ...known }, frame => {
        hear(frame)
        return frame.type === 'welcome'
      })
      if (welcome.type === 'welcome') this.#token ??= welcome.token
      await then(call)
    } finally {
      end()
    }
  }

  #address(name: string): string {
    return `${this.#relay}/files?site=shop&name=${encodeURIComponent(name)}`
  }

  #headers() {
    return {
      origin: this.#origin,
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/octet-stream'
    }
  }
}
