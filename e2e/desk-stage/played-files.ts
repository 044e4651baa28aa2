import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Content } from '#shared/content.ts'
import type { Chosen } from '../actors/documents.ts'
import type { Answer } from './relay.ts'

/** Of what is held so much is read, and no more until it goes on. */
const heldAt = 0.4

/** The files of a relay that is only played: what is not refused by its name is kept, whatever it is. */
export class PlayedFiles {
  origin = ''
  /** Answers this to a file of that name. */
  readonly refuses = new Map<string, Answer>()
  /** Cuts the connection of these. */
  readonly breaks = new Set<string>()
  readonly #held = new Map<string, () => void>()
  readonly #kept = new Map<string, Chosen>()

  /** The next file of that name stays on its way. */
  holds(name: string): void {
    this.#held.set(name, () => undefined)
  }
  goesOn(name: string): void {
    this.#held.get(name)?.()
    this.#held.delete(name)
  }
  keeps(chosen: Chosen): string {
    const id = randomUUID()
    this.#kept.set(id, chosen)
    return id
  }
  contentOf(id: string): Content {
    const { name, mimeType, buffer } = this.#of(id)
    const url = `${this.origin}/files/cv/${id}`
    if (mimeType !== 'image/png') return { kind: 'file', url, name, size: buffer.length }
    return { kind: 'image', url, alt: name, width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) }
  }
  at(path: string): { headers: Record<string, string>; body: Buffer } | undefined {
    const kept = this.#kept.get(/^\/files\/cv\/([\w-]+)$/.exec(path)?.[1] ?? '')
    if (!kept) return undefined
    const headers = {
      'content-type': kept.mimeType,
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff'
    }
    return { headers, body: kept.buffer }
  }

  /** Undefined where nobody is there any more to be answered. */
  async take(request: IncomingMessage, name: string): Promise<Answer | undefined> {
    if (this.breaks.has(name)) return void request.socket.destroy()
    const refused = this.refuses.get(name)
    const buffer = await this.#read(request, name).catch(() => undefined)
    if (!buffer || refused) return refused
    const mimeType = name.endsWith('.png') ? 'image/png' : 'application/pdf'
    return { status: 201, body: { file: { id: this.keeps({ name, mimeType, buffer }), name } } }
  }

  async #read(request: IncomingMessage, name: string): Promise<Buffer> {
    const most = Number(request.headers['content-length']) * heldAt
    const pieces: Buffer[] = []
    let size = 0
    for await (const piece of request) {
      pieces.push(piece as Buffer)
      size += (piece as Buffer).length
      if (size >= most && this.#held.has(name)) await this.#goOn(name)
    }
    return Buffer.concat(pieces)
  }

  #goOn(name: string): Promise<void> {
    return new Promise(resolve => this.#held.set(name, resolve))
  }

  #of(id: string): Chosen {
    const kept = this.#kept.get(id)
    if (!kept) throw new Error(`there is no file ${id}`)
    return kept
  }
}
