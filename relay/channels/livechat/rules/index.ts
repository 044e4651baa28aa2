import type { Clock } from '../../../lib/clock.ts'
import { Lru } from '../../../lib/lru.ts'
import type { Chat } from '../contract.ts'
import type { Settings } from '../settings.ts'
import { type Fact, factsIn } from './fact.ts'
import { idleRule } from './idle.ts'
import { ratedRule } from './rated.ts'
import type { Rule, Say } from './rule.ts'
import { taggedRule } from './tagged.ts'

/** The rules that the configuration switches on. */
export interface Rules {
  see(facts: readonly Fact[]): void
  /** The same, from a thread as it stands: after a restart, or when webhooks were lost. */
  rebuild(chat: Chat): void
}

export function createRules(settings: Settings, say: Say, clock: Clock): Rules {
  const { idle, tagged, rated } = settings.rules
  const rules: Rule[] = [
    ...(idle ? [idleRule(idle, say, clock)] : []),
    ...(tagged ? [taggedRule(tagged, say)] : []),
    ...(rated ? [ratedRule(rated, say)] : [])
  ]
  /** By thread: when the last thing was said in it that was seen here. */
  const newest = new Lru<string, number>(50_000)

  function see(facts: readonly Fact[]): void {
    for (const fact of facts) {
      const { thread } = fact.place
      if ('at' in fact) newest.set(thread, Math.max(fact.at, newest.get(thread) ?? 0))
      for (const rule of rules) rule.see(fact)
    }
  }

  return {
    see,
    rebuild(chat) {
      if (rules.length === 0) return
      const facts = factsIn(chat, settings)
      const upTo = Math.max(0, ...facts.map(fact => ('at' in fact ? fact.at : 0)))
      // A webhook was faster than the answer: what is known is newer.
      if (upTo < (newest.get(chat.thread.id) ?? 0)) return
      for (const rule of rules) rule.forget(chat.thread.id)
      see(facts)
    }
  }
}
