import { answersTo, greetingOf, readCanary } from './canary.ts'
import type { CheckName, Finding } from './records.ts'

/** A call of the relay, understood. Without a text it is the scenario that starts the conversation. */
export interface EbbotCall {
  chatId: string | undefined
  text: string | undefined
}

/** What a call is answered with; undefined after one that is not allowed. */
export interface EbbotAnswer {
  chatId: string
  texts: readonly string[]
}

/**
 * The chats at Ebbot. It knows no repeats: whatever comes twice is heard twice, and without a chat's id every call opens
 * another chat, so that texts are watched over all of them.
 */
export class EbbotChats {
  readonly findings: Finding[] = []
  readonly #owners = new Map<string, number | undefined>()
  readonly #heard = new Set<string>()
  /** The newest of each visitor. */
  readonly #newest = new Map<number, number>()

  hear({ chatId, text }: EbbotCall): EbbotAnswer | undefined {
    if (chatId !== undefined && !this.#owners.has(chatId)) return this.#misuse(`there is no chat ${chatId}`)
    if (chatId !== undefined && text === undefined) return this.#misuse(`a start in the chat ${chatId}`)
    const id = chatId ?? `${1_700_000_000 + this.#owners.size}.123.eb${this.#owners.size}`
    if (chatId === undefined) this.#owners.set(id, undefined)
    if (text === undefined) return { chatId: id, texts: [greetingOf(id)] }
    this.#note(id, text)
    return { chatId: id, texts: answersTo(text) }
  }

  #note(chatId: string, text: string): void {
    const canary = readCanary(text)
    if (!canary || canary.answer !== undefined) {
      this.#misuse(`${text}, which no visitor says`)
      return
    }
    const { visitor, n } = canary
    const owner = this.#owners.get(chatId) ?? visitor
    this.#owners.set(chatId, owner)
    if (owner !== visitor) this.#found('foreign', `${text} in the chat of visitor ${owner}`)
    const newest = this.#newest.get(visitor) ?? 0
    if (this.#heard.has(text)) this.#found('doubled', `${text} was heard twice`)
    else if (n < newest) this.#found('reordered', `${text} too late`)
    this.#heard.add(text)
    this.#newest.set(visitor, Math.max(n, newest))
  }

  #misuse(what: string): undefined {
    this.#found('faults', what)
    return undefined
  }

  #found(check: CheckName, what: string): void {
    this.findings.push({ check, what: `at Ebbot: ${what}` })
  }
}
