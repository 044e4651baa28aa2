import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type ConversationId, conversationId } from '#shared/ids.ts'
import { createLines } from '../conversation/lines.ts'
import { absent, receive, syncFolder, writeDurably } from './durably.ts'
import type { Facts, Files, Put, Upload } from './files.ts'

const facts = z.object({
  id: z.string(),
  conversation: conversationId,
  by: z.templateLiteral([z.enum(['visitor', 'agent']), ':', z.string()]),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  at: z.int(),
  width: z.int().exactOptional(),
  height: z.int().exactOptional()
}) satisfies z.ZodType<Facts>

/** Nothing else is ever part of a path. */
const ours = /^[\w-]{1,64}$/
const marked = /^([\w-]{1,64})\.([\w-]{1,64})$/

/**
 * Files in a folder: `incoming` has what is not whole, `of/CONVERSATION/ID` the bytes and `ID.json` beside them the facts,
 * `unsettled` a mark for each that may have to go again. A mark comes first and goes last.
 */
export class DiskFiles implements Files {
  readonly #incoming: string
  readonly #of: string
  readonly #marks: string
  /** On their way in. */
  readonly #busy = new Set<string>()
  /** Read into memory one after the other. */
  readonly #looking = createLines<'look'>()

  private constructor(root: string) {
    this.#incoming = join(root, 'incoming')
    this.#of = join(root, 'of')
    this.#marks = join(root, 'unsettled')
  }

  /** One process has the folder. What its last life left half done is gone. */
  static async open(root: string): Promise<DiskFiles> {
    const files = new DiskFiles(root)
    await rm(files.#incoming, { recursive: true, force: true })
    for (const folder of [files.#incoming, files.#of, files.#marks]) await mkdir(folder, { recursive: true })
    return files
  }

  async put(upload: Upload): Promise<Put> {
    const id = randomBytes(16).toString('base64url')
    const mark = `${upload.about.conversation}.${id}`
    this.#busy.add(mark)
    try {
      return await this.#take(id, upload)
    } catch (error) {
      return { kind: 'failed', reason: String(error) }
    } finally {
      this.#busy.delete(mark)
      await rm(this.#raw(id), { force: true }).catch(() => undefined)
    }
  }

  async find(conversation: ConversationId, id: string): Promise<Facts | undefined> {
    const path = this.#path(conversation, id)
    const text = path && (await readFile(`${path}.json`, 'utf8').catch(absent))
    return text === undefined ? undefined : facts.parse(JSON.parse(text))
  }

  async read(conversation: ConversationId, id: string): Promise<Readable | undefined> {
    const path = this.#path(conversation, id)
    const handle = path && (await open(path).catch(absent))
    return handle ? handle.createReadStream() : undefined
  }

  async list(conversation: ConversationId): Promise<readonly Facts[]> {
    const names = ours.test(conversation) ? await this.#names(join(this.#of, conversation)) : []
    const ids = names.filter(name => name.endsWith('.json')).map(name => name.slice(0, -'.json'.length))
    const found = await Promise.all(ids.map(id => this.find(conversation, id)))
    return found.filter(one => one !== undefined).toSorted((one, other) => one.at - other.at)
  }

  async *conversations(): AsyncIterable<ConversationId> {
    for (const name of await this.#names(this.#of)) yield conversationId.parse(name)
  }

  async erase(conversation: ConversationId): Promise<void> {
    const folder = join(this.#of, conversation)
    // Most have none, and are erased by thousands.
    if (!ours.test(conversation) || (await stat(folder).catch(absent)) === undefined) return
    await rm(folder, { recursive: true, force: true })
    await syncFolder(this.#of)
    const marks = await this.#names(this.#marks)
    const its = marks.filter(mark => mark.startsWith(`${conversation}.`) && !this.#busy.has(mark))
    for (const mark of its) await rm(join(this.#marks, mark), { force: true })
  }

  async remove(conversation: ConversationId, id: string): Promise<void> {
    const path = this.#path(conversation, id)
    if (!path) return
    await rm(`${path}.json`, { force: true })
    await rm(path, { force: true })
    await this.settle(conversation, id)
  }

  async unsettled(): Promise<readonly Facts[]> {
    const found: Facts[] = []
    for (const mark of await this.#names(this.#marks)) {
      const [, of, id = ''] = marked.exec(mark) ?? []
      if (of === undefined || this.#busy.has(mark)) continue
      const conversation = conversationId.parse(of)
      const one = await this.find(conversation, id)
      if (one) found.push(one)
      // It never became whole.
      else await this.remove(conversation, id)
    }
    return found
  }

  async settle(conversation: ConversationId, id: string): Promise<void> {
    if (this.#path(conversation, id)) await rm(join(this.#marks, `${conversation}.${id}`), { force: true })
  }

  async #take(id: string, { about, bytes, limit, look }: Upload): Promise<Put> {
    if (!ours.test(about.conversation)) return { kind: 'failed', reason: 'no such conversation' }
    const came = await receive(bytes, this.#raw(id), limit)
    if (came === 'brokenOff') return { kind: 'brokenOff' }
    if (came === 'tooLarge') return { kind: 'unfit', why: 'tooLarge' }
    return this.#looking.join('look', async () => {
      const looked = look(await readFile(this.#raw(id)))
      if (!looked.fit) return { kind: 'unfit', why: looked.why }
      const { fit: _, bytes: kept, ...found } = looked
      const whole: Facts = { id, ...about, ...found, size: kept.length }
      await this.#keep(whole, kept)
      return { kind: 'kept', facts: whole }
    })
  }

  /** First the mark, then the bytes, then the facts: each is on the disk before the next. */
  async #keep(whole: Facts, bytes: Buffer): Promise<void> {
    const { id, conversation } = whole
    const folder = join(this.#of, conversation)
    const by = this.#raw(id)
    await mkdir(folder, { recursive: true })
    await writeDurably(join(this.#marks, `${conversation}.${id}`), Buffer.alloc(0), `${by}.mark`)
    await writeDurably(join(folder, id), bytes, `${by}.whole`)
    await writeDurably(join(folder, `${id}.json`), Buffer.from(JSON.stringify(whole)), `${by}.facts`)
    await syncFolder(this.#of)
  }

  #raw(id: string): string {
    return join(this.#incoming, id)
  }

  #path(conversation: string, id: string): string | undefined {
    return ours.test(conversation) && ours.test(id) ? join(this.#of, conversation, id) : undefined
  }

  async #names(folder: string): Promise<readonly string[]> {
    return (await readdir(folder).catch(absent)) ?? []
  }
}
