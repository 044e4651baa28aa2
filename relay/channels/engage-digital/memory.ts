import { Lru } from '../../lib/lru.ts'
import type { EngageContent } from './contract.ts'

/** What a reply must know of what it replies to. */
export type Latest = Pick<EngageContent, 'id' | 'isPrivate' | 'capabilities' | 'intervention'>

/**
 * What saves asking the platform again. All of it may be forgotten at any time: the platform knows.
 */
export interface Memory {
  /** The last that the visitor of a thread was heard saying. */
  latest(thread: string): Latest | undefined
  heard(thread: string, latest: Latest, at: number): void
  /** A look tells whole seconds. Of two within the same one it is not known which was the last: that is asked again. */
  found(thread: string, latest: Latest, second: number): void
  /** Threads that have an open intervention. */
  isOpen(thread: string): boolean
  opened(thread: string): void
  /** Contents of ours that are known to have been posted for an entry. */
  isPosted(content: string): boolean
  posted(content: string): void
}

export function createMemory(): Memory {
  const latest = new Lru<string, { content: Latest | undefined; at: number }>(20_000)
  const open = new Lru<string, true>(20_000)
  const posted = new Lru<string, true>(20_000)
  return {
    latest: thread => latest.get(thread)?.content,
    heard(thread, content, at) {
      const before = latest.get(thread)
      if (!before || before.at <= at) latest.set(thread, { content, at })
    },
    found(thread, content, second) {
      const before = latest.get(thread)
      if (!before || before.at < second) latest.set(thread, { content, at: second })
      else if (before.content?.id !== content.id && before.at < second + 1_000)
        latest.set(thread, { content: undefined, at: before.at })
    },
    isOpen: thread => open.get(thread) ?? false,
    opened: thread => open.set(thread, true),
    isPosted: content => posted.get(content) ?? false,
    posted: content => posted.set(content, true)
  }
}
