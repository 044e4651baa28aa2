import type { Rule, Say } from './rule.ts'
import type { RuleSettings } from './settings.ts'

/** The visitor has rated the chat: the agent is brought a suggestion by the score, once for each score. */
export function ratedRule(texts: NonNullable<RuleSettings['rated']>, say: Say): Rule {
  return {
    see(fact) {
      if (fact.kind !== 'rated') return
      const text = texts[fact.score]
      const customId = `fb.rated.${fact.place.thread}.${fact.score}`
      if (text !== undefined) say({ place: fact.place, visibility: 'agents', text, customId })
    },
    forget() {}
  }
}
