import { Talk, type TalkParts } from './talk.ts'

/** Every conversation there is, in memory. */
export interface Talks {
  make(): Talk
  /** By its id; the newest when none is named. */
  find(id?: string): Talk | undefined
  reset(): void
}

/** `adopt`: an unknown id is taken for a conversation from before a restart, as a platform would remember it. */
export function createTalks(parts: TalkParts, { adopt }: { adopt: boolean }): Talks {
  const talks = new Map<string, Talk>()
  let newest: Talk | undefined
  const keep = (talk: Talk): Talk => {
    talks.set(talk.id, talk)
    newest = talk
    return talk
  }
  return {
    make: () => keep(new Talk(parts)),
    find(id) {
      if (id === undefined) return newest
      return talks.get(id) ?? (adopt ? keep(new Talk(parts, { id, started: true })) : undefined)
    },
    reset() {
      talks.clear()
      newest = undefined
    }
  }
}
