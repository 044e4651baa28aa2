import type { Place } from '../address.ts'
import type { Fact } from './fact.ts'

/** Something to say beside the conversation. Said once, by its `customId`. */
export interface Remark {
  place: Place
  /** `agents`: a suggestion that the visitor never sees. */
  visibility: 'all' | 'agents'
  text: string
  customId: string
}

/** A sample app of LiveChat's, as a rule: sees facts, and says something when it is time. */
export interface Rule {
  see(fact: Fact): void
  /** Forgets a thread: all its facts are told anew. */
  forget(thread: string): void
}

export type Say = (remark: Remark) => void
