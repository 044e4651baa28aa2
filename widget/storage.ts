import type { VisitorToken } from '#shared/ids.ts'
import type { Memory } from './connection/memory.ts'
import { readItem } from './read-item.ts'

/** As much of localStorage as is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface SiteMemory extends Memory {
  draft(): string
  keepDraft(text: string): void
  /** What is unsent, and the draft, are one visitor's: somebody whom the website names finds their own only. */
  belongTo(subject: string | undefined): void
  /** What is kept outlives the page, and the site's other tabs find it. */
  lasts(): boolean
}

/**
 * What is kept for a site. Each unsent message has a key of its own, so that two tabs never write over each other's.
 * Storage may be denied, full or absent at any moment: what it does not take is kept for as long as the page lives.
 */
export function createMemory(site: string, storage: () => StorageLike): SiteMemory {
  const base = `footbridge:${site}`
  let own = base
  const unsent = () => `${own}:unsent:`
  const shelf = createShelf(storage)
  // Nobody but `keep` puts anything there.
  const token = () => (shelf.read(base) || undefined) as VisitorToken | undefined
  return {
    token,
    keep: value => shelf.write(base, value),
    forget(old) {
      if (token() === old) shelf.remove(base)
    },
    unsent: () =>
      shelf
        .keys(unsent())
        .flatMap(key => readItem(shelf.read(key)) ?? [])
        .sort((one, other) => one.at - other.at),
    put: item => shelf.write(unsent() + item.frame.id, JSON.stringify(item)),
    drop: id => shelf.remove(unsent() + id),
    draft: () => shelf.read(`${own}:draft`),
    keepDraft: text => shelf.write(`${own}:draft`, text),
    belongTo(subject) {
      own = subject === undefined ? base : `${base}:as:${subject}`
    },
    lasts: () => shelf.takes(`${base}:lasts`)
  }
}

function createShelf(storage: () => StorageLike) {
  const here = new Map<string, string>()
  const attempt = <Value>(use: (storage: StorageLike) => Value): Value | undefined => {
    try {
      return use(storage())
    } catch {
      return undefined
    }
  }
  const read = (key: string) => here.get(key) ?? attempt(there => there.getItem(key)) ?? ''
  function write(key: string, value: string): void {
    here.set(key, value)
    attempt(there => {
      there.setItem(key, value)
      here.delete(key)
    })
  }
  function remove(key: string): void {
    here.delete(key)
    attempt(there => there.removeItem(key))
  }
  return {
    read,
    remove,
    write: (key: string, value: string) => (value ? write(key, value) : remove(key)),
    takes(key: string): boolean {
      write(key, '1')
      const taken = !here.has(key)
      remove(key)
      return taken
    },
    keys(prefix: string): string[] {
      const there = attempt(all => [...Array(all.length).keys()].map(index => all.key(index) ?? ''))
      return [...new Set([...(there ?? []), ...here.keys()])].filter(key => key.startsWith(prefix))
    }
  }
}
