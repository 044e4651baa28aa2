import type { Place } from '../address.ts'
import type { Rule, Say } from './rule.ts'
import type { RuleSettings } from './settings.ts'
import { saidIdOf, tagIdOf } from './suggestion-id.ts'

type Tags = NonNullable<RuleSettings['tagged']>

/**
 * A chat is tagged: agents are brought what they could answer, and again when the visitor then says one of the words;
 * where there are none, at the next thing said.
 */
export function taggedRule(tags: Tags, say: Say): Rule {
  /** By thread: its tags, and whether something was said since. */
  const threads = new Map<string, Map<string, { isNew: boolean }>>()

  function suggest(place: Place, tag: string, id: string): void {
    for (const [index, text] of (own(tags, tag)?.suggest ?? []).entries())
      say({ place, visibility: 'agents', text, customId: `${id}${index}` })
  }

  function again(place: Place, said: { id: string; text: string }): void {
    for (const [tag, state] of threads.get(place.thread) ?? []) {
      const words = own(tags, tag)?.words ?? []
      const fits = words.length === 0 ? state.isNew : holds(said.text, words)
      state.isNew = false
      if (fits) suggest(place, tag, saidIdOf(said.id, tag))
    }
  }

  return {
    see(fact) {
      const { place } = fact
      if (fact.kind === 'over') threads.delete(place.thread)
      else if (fact.kind === 'visitor') again(place, fact)
      else if (fact.kind === 'tagged' && own(tags, fact.tag)) {
        const known = threads.get(place.thread) ?? new Map<string, { isNew: boolean }>()
        threads.set(place.thread, known)
        if (!known.has(fact.tag)) known.set(fact.tag, { isNew: true })
        suggest(place, fact.tag, tagIdOf(place.thread, fact.tag))
      }
    },
    forget: thread => void threads.delete(thread)
  }
}

/** Upper and lower case are one. */
function holds(text: string, words: readonly string[]): boolean {
  const said = text.toLowerCase()
  return words.some(word => said.includes(word.toLowerCase()))
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
