import { isDeepStrictEqual } from 'node:util'
import { answersTo, greetingOf, readCanary } from './canary.ts'
import type { Finding } from './records.ts'
import type { BotEvent } from './webhook.ts'

export interface BotMessage {
  id: string
  author: { type: 'chatbot' }
  content: { type: 'text'; text: string }
}

export interface ChatParts {
  id: string
  /** Posts until the relay has answered 200. */
  deliver(events: readonly BotEvent[]): Promise<void>
  newEventId(): string
  found(finding: Finding): void
}

/** One conversation at the bot. Strict: the next message is withheld until the one before is acknowledged. */
export class Chat {
  readonly #parts: ChatParts
  readonly #heard = new Map<string, string>()
  readonly #sent = new Map<string, BotMessage>()
  readonly #acknowledged = new Set<string>()
  readonly #taken: string[] = []
  #queue: BotMessage[] = []
  #outstanding: BotMessage | undefined
  #count = 0
  #newest = 0
  /** The delivery of the outstanding message. */
  told: Promise<void> = Promise.resolve()

  constructor(parts: ChatParts) {
    this.#parts = parts
  }

  /** A text or the postback that starts it. False when this key was heard before. */
  hear(key: string, text: string | undefined): boolean {
    const said = text ?? ''
    const before = this.#heard.get(key)
    if (before !== undefined) {
      if (before !== said) this.#misuse(`the key ${key} on another text`)
      return false
    }
    this.#heard.set(key, said)
    if (text === undefined) this.#say([greetingOf(this.#parts.id)])
    else this.#answer(text)
    return true
  }

  /** True when it was the first acknowledgement of this message. */
  acknowledge(message: unknown, id: string): boolean {
    const sent = this.#sent.get(id)
    if (!sent) this.#misuse(`an acknowledgement of ${id}, which was never sent`)
    else if (!isDeepStrictEqual(sent, message)) this.#misuse(`${id} was changed in its acknowledgement`)
    if (!sent || this.#acknowledged.has(id)) return false
    this.#acknowledged.add(id)
    this.#outstanding = undefined
    this.#next()
    return true
  }

  /** What the relay has answered 200 to. */
  get taken(): readonly string[] {
    return this.#taken
  }

  /** What the relay still owes an acknowledgement for. */
  unacknowledged(): string[] {
    const waiting = this.#outstanding ? [this.#outstanding, ...this.#queue] : this.#queue
    return waiting.map(({ content }) => content.text)
  }

  #answer(text: string): void {
    const n = readCanary(text)?.n ?? 0
    if (this.#newest === 0 && this.#heard.size === 1) this.#misuse(`${text} before the start`)
    if (n < this.#newest) this.#parts.found({ check: 'reordered', what: `at the bot: ${text} too late` })
    this.#newest = Math.max(n, this.#newest)
    this.#say(answersTo(text))
  }

  #say(texts: readonly string[]): void {
    for (const text of texts) {
      this.#count += 1
      const id = `ms_${this.#parts.id}_${this.#count}`
      this.#queue.push({ id, author: { type: 'chatbot' }, content: { type: 'text', text } })
    }
    this.#next()
  }

  #next(): void {
    if (this.#outstanding) return
    const message = this.#queue.shift()
    this.#outstanding = message
    if (!message) return
    this.#sent.set(message.id, message)
    const events = [this.#typing('start'), this.#event('conversation:message', { message })]
    this.told = this.#parts.deliver(events).then(() => void this.#taken.push(message.content.text))
  }

  #typing(state: 'start' | 'stop'): BotEvent {
    return this.#event('conversation:typing', {
      activity: { author: { type: 'chatbot' }, type: `typing:${state}` }
    })
  }

  #event(type: BotEvent['type'], rest: Record<string, unknown>): BotEvent {
    const { id, newEventId } = this.#parts
    return { id: newEventId(), type, payload: { conversation: { id }, ...rest } }
  }

  #misuse(what: string): void {
    this.#parts.found({ check: 'faults', what: `at the bot: ${what}` })
  }
}
