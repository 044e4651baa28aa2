import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { answersTo, bodyOf, isKnown, isObject, type Said } from './ebbot-bot.ts'

/** What a call said. */
interface Heard extends Said {
  chatId?: string
  sandbox: boolean
}

interface Chat {
  id: string
  handledBy: 'bot' | 'agent'
  open: boolean
  /** A call about it is under way. */
  busy: boolean
  /** What it sends by itself goes out one after the other. */
  events: Promise<void>
}

/** Longer than most bodies: a chat that is closed brings all that was said. */
const transcript = [
  { id: 'm-1', sender: 'user', type: 'text', value: 'x'.repeat(2_000_000), timestamp: '1700000200.1' }
]

/** What may become of a call instead of its answer; each but the status has been taken. */
type Trouble = 'reset' | 'silence' | { status: number; retryAfter?: number }

interface Options {
  botId: string
  /** Where its own events go: the outgoing webhook. */
  outgoing: string
}

const path = '/api/webhooks/wh-3f0c77aa'
/**
 * Ebbot, as far as its pages show it: a bot that answers inside the call and tells everything once more by events, and
 * agents beside it. What must not be asked of it stands in `failures`.
 */
export class Ebbot {
  readonly failures: string[] = []
  readonly heard: Heard[] = []
  /** What becomes of the next calls. */
  readonly troubles: Trouble[] = []
  /** Its events are on their way before the call is answered, not after. */
  eventsFirst = false
  #mayTell: Promise<void> = Promise.resolve()
  readonly #chats: Chat[] = []
  readonly #options: Options
  readonly #server: Server
  #closed = false

  private constructor(options: Options) {
    this.#options = options
    this.#server = createServer((request, response) => void this.#take(request, response))
  }

  static async start(options: Options): Promise<Ebbot> {
    const ebbot = new Ebbot(options)
    await new Promise<void>(resolve => ebbot.#server.listen(0, '127.0.0.1', resolve))
    return ebbot
  }

  /** What its page would show. */
  get webhookUrl(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}${path}`
  }

  /** The chats that were ever opened, the oldest first. */
  get chats(): readonly string[] {
    return this.#chats.map(({ id }) => id)
  }

  /** What was said as text, in order. */
  get texts(): readonly unknown[] {
    return this.heard.filter(({ type }) => type === 'text').map(({ value }) => value)
  }

  /** Its events stay where they are until the function that comes back is called. */
  keepsEvents(): () => void {
    let letGo: () => void = () => undefined
    this.#mayTell = new Promise(resolve => {
      letGo = resolve
    })
    return letGo
  }

  async agentTakes(): Promise<void> {
    const chat = this.#newest()
    chat.handledBy = 'agent'
    this.#update(chat)
    this.#says(chat, 'system', { type: 'text_info', value: 'Kim has joined the chat' })
    await chat.events
  }

  async agentSays(text: string): Promise<void> {
    const chat = this.#newest()
    chat.handledBy = 'agent'
    this.#says(chat, 'agent', { type: 'text', value: text })
    await chat.events
  }

  async agentLeaves(): Promise<void> {
    const chat = this.#newest()
    chat.handledBy = 'bot'
    this.#update(chat)
    await chat.events
  }

  async closesTheChat(): Promise<void> {
    const chat = this.#newest()
    chat.open = false
    this.#tell(chat, 'chat.status.change', { id: chat.id, status: 'chat_closed', type: 'close_chat' })
    this.#tell(chat, 'chat.close', { id: chat.id, conversation: transcript })
    await chat.events
  }

  close(): Promise<void> {
    this.#closed = true
    this.#server.closeAllConnections()
    return new Promise(resolve => this.#server.close(() => resolve()))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'HEAD') return refuse(response, { status: 404 })
    const heard = this.#read(request, await textOf(request))
    const trouble = this.troubles.shift()
    if (typeof trouble === 'object') return refuse(response, trouble)
    const chat = heard && this.#chatOf(heard)
    if (!chat) return refuse(response, { status: request.url === path ? 400 : 404 })
    chat.busy = true
    this.heard.push(heard)
    await this.#answer(chat, heard, response, trouble)
    chat.busy = false
  }

  async #answer(chat: Chat, heard: Heard, response: ServerResponse, trouble?: Trouble): Promise<void> {
    const answers = chat.handledBy === 'agent' ? [] : answersTo(heard)
    const events = [{ sender: 'user', said: heard }, ...answers.map(said => ({ sender: 'bot', said }))]
    const request = randomUUID()
    const tell = () => {
      for (const { sender, said } of events) this.#says(chat, sender, said, request)
    }
    if (this.eventsFirst) tell()
    if (this.eventsFirst) await chat.events
    if (trouble === 'reset') response.socket?.resetAndDestroy()
    else if (trouble === undefined) reply(response, bodyOf(request, chat.id, answers, this.#options.botId))
    if (!this.eventsFirst) tell()
  }

  /** Everything the contract says of a call. */
  #read({ method, url, headers }: IncomingMessage, text: string): Heard | undefined {
    if (method !== 'POST' || url !== path) return this.#fail(`${method} ${url}`)
    if (!headers['content-type']?.startsWith('application/json')) return this.#fail('not said to be JSON')
    const body = parse(text)
    if (!isObject(body)) return this.#fail('not a JSON object')
    const { type, value, chatId, sandbox, ...rest } = body
    if (Object.keys(rest).length > 0) return this.#fail(`unknown keys ${Object.keys(rest).join()}`)
    if (typeof sandbox !== 'boolean') return this.#fail('sandbox is no boolean')
    if (typeof type !== 'string' || !isKnown(type, value)) return this.#fail(`no such call: ${text}`)
    if (chatId !== undefined && typeof chatId !== 'string') return this.#fail('a chat’s id is a string')
    return { type, value, sandbox, ...(chatId !== undefined && { chatId }) }
  }

  /** Without an id it is always another chat. */
  #chatOf({ chatId }: Heard): Chat | undefined {
    if (chatId === undefined) return this.#open()
    const chat = this.#chats.find(({ id }) => id === chatId)
    if (!chat) return this.#fail(`there is no chat ${chatId}`)
    if (!chat.open) return this.#fail('the chat is closed')
    return chat.busy ? this.#fail('two calls at once in one chat') : chat
  }

  #open(): Chat {
    const id = `${Math.floor(Date.now() / 1_000)}.123.${randomUUID()}`
    const chat: Chat = { id, handledBy: 'bot', open: true, busy: false, events: Promise.resolve() }
    this.#chats.push(chat)
    this.#tell(chat, 'chat.create', { id, type: 'web', status: 'ongoing', user: { first_name: 'Quiet' } })
    return chat
  }

  #newest(): Chat {
    const chat = this.#chats.at(-1)
    if (!chat) throw new Error('nobody has opened a chat')
    return chat
  }

  #update(chat: Chat): void {
    const { id, handledBy } = chat
    const info = { id, status: 'ongoing', type: 'scenario', handled_by: handledBy, new_messages: 1 }
    this.#send(chat, { topic: 'chat.update', chat: info })
  }

  #says(chat: Chat, sender: string, { type, value }: Said, request?: string): void {
    const timestamp = `${Date.now()}.397183857`
    const message = { chatId: chat.id, sender, type, value, id: randomUUID(), timestamp }
    this.#tell(chat, `chat.${sender}.message`, message, request)
  }

  #tell(chat: Chat, topic: string, data: object, request?: string): void {
    this.#send(chat, { topic, data }, request)
  }

  /** Until it is taken, with the same words: whether Ebbot does so is not documented. */
  #send(chat: Chat, event: object, requestId: string = randomUUID()): void {
    const { botId, outgoing } = this.#options
    const context = { company_id: '', user_id: '', impersonated_user_id: '', request_id: requestId }
    const body = JSON.stringify({ ...event, botId, context, requestId, timestamp: Date.now() })
    const mayTell = this.#mayTell
    const post = async (): Promise<void> => {
      await mayTell
      while (!this.#closed && !(await this.#isTaken(outgoing, body))) await setTimeout(100)
    }
    chat.events = chat.events.then(post)
  }

  async #isTaken(url: string, body: string): Promise<boolean> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
    if (response && !response.ok) this.failures.push(`an event was answered ${response.status}`)
    return response !== undefined
  }

  #fail(failure: string): undefined {
    this.failures.push(failure)
    return undefined
  }
}

function reply(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, { status, retryAfter }: Exclude<Trouble, string>): void {
  response
    .writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
    .end('{"success":false}')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
