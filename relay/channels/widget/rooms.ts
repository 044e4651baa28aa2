import type { ConversationId } from '#shared/ids.ts'
import type { Session } from './session.ts'

/** Who is there, and in which conversation. */
export class Rooms {
  readonly #all = new Set<Session>()
  readonly #rooms = new Map<ConversationId, Set<Session>>()

  get size(): number {
    return this.#all.size
  }

  sessions(): Iterable<Session> {
    return this.#all
  }

  of(conversation: ConversationId): Iterable<Session> {
    return this.#rooms.get(conversation) ?? []
  }

  enter(session: Session): void {
    this.#all.add(session)
  }

  join(session: Session, conversation: ConversationId): void {
    const others = this.#rooms.get(conversation) ?? new Set()
    this.#rooms.set(conversation, others.add(session))
  }

  leave(session: Session): void {
    this.#all.delete(session)
    if (session.conversation === undefined) return
    const others = this.#rooms.get(session.conversation)
    others?.delete(session)
    if (others?.size === 0) this.#rooms.delete(session.conversation)
  }
}
